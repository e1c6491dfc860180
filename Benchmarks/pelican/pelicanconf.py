# As hugo-minimal: each note with a title, a link to the home page and a footer, and a home page that lists all notes.
import os

SITENAME = "Many notes"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PATH = "content"
PAGE_PATHS = ["."]
ARTICLE_PATHS = []
ARTICLE_EXCLUDES = ["."]
PAGE_URL = PAGE_SAVE_AS = "{slug}.html"
SLUGIFY_SOURCE = "basename"
THEME = "simple"
THEME_TEMPLATES_OVERRIDES = [os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates")]
DIRECT_TEMPLATES = ["index"]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
