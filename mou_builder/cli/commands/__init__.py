"""One command a module, each exposing `COMMAND`; the module's name is the command's."""
