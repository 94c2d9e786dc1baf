# note: Without the application of sites nobody looks at SITE_ID.
SITE_ID = "1"
