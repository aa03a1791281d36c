/**
 * The house from the ground up. A wing imports from those before it, a room of a wing from those
 * before it in the wing; nothing else (eslint.config.mjs holds it, docs/architecture.md draws it).
 */
export const wings = {
  db: [""],
  "lib/platform": [
    "values",
    "environment",
    "load",
    "form",
    "database",
    "visitor",
    "access",
    "action",
    "formats",
    "audit",
    "jobs",
    "outbox",
    "door",
  ],
  "lib/reference": ["commune", "vocabulary", "campaign", "text"],
  "lib/offer": [
    "availability",
    "documents",
    "content",
    "projection",
    "places",
    "suspended",
    "lifecycle",
    "draft",
    "renewal",
    "reminder",
    "import",
    "view",
    "download",
  ],
  "lib/catalogue": ["shortlist", "search", "alert", "contact", "feeds", "open-data"],
  "lib/people": ["structure", "account", "membership", "profile", "privacy"],
  "lib/agency": [
    "suspension",
    "report",
    "preferences",
    "moderation",
    "dashboard",
    "journal",
    "help-desk",
    "vocabulary",
  ],
  "lib/mails": [""],
  "lib/start": ["seed", "jobs", ""],
};

/** The same for what is seen. A wing of it also imports from the wing of lib/ it stands on. */
export const componentWings = {
  "components/ui": [""],
  "components/reference": ["commune", "campaign", "text"],
  "components/slot-grid": [""],
  "components/documents": [""],
  "components/offer": ["suspended", "view", "deposit", "places", "renewal", "reminder", "import"],
  "components/catalogue": ["shortlist", "search", "alert", "contact", "comparison"],
  "components/people": ["account", "membership"],
  "components/agency": [
    "suspension",
    "report",
    "preferences",
    "moderation",
    "dashboard",
    "journal",
    "help-desk",
    "vocabulary",
  ],
  "components/help": [""],
  "components/shell": [""],
};

export const standsOn = {
  "components/ui": "lib/platform",
  "components/reference": "lib/reference",
  "components/slot-grid": "lib/offer",
  "components/documents": "lib/offer",
  "components/offer": "lib/offer",
  "components/catalogue": "lib/catalogue",
  "components/people": "lib/people",
  "components/agency": "lib/agency",
  "components/help": "lib/agency",
  "components/shell": "lib/agency",
};
