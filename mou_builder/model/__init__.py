"""The frozen values that flow from stage to stage; they import nothing but diagnostics."""
