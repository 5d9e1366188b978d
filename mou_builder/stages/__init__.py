"""The four pure steps from answers to an agreement: answer, select, draft, resolve."""
