CREATE TABLE "agency_text" (
	"code" text PRIMARY KEY NOT NULL,
	"words" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
