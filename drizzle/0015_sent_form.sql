CREATE TABLE "sent_form" (
	"step" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"answer" jsonb
);
