"""What goes on paper: PDFs of each page, and the leaflet."""
