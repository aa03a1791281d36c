CREATE TABLE "campaign" (
	"year" integer PRIMARY KEY NOT NULL,
	"opens_on" date,
	"closes_on" date
);
