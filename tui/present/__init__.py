"""Pure: values -> styled lines, by role and never by colour."""
