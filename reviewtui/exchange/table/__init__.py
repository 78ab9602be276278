"""The commenting form of ISO and IEC as a table: out as a workbook or as comma-separated values, and back in."""
