import SiteGen

print("sitegen")
