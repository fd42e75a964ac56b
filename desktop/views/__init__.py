"""The panels: each shows the document and sets it through the editor; none knows another."""
