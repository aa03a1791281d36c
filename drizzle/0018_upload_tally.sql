CREATE TABLE "upload_tally" (
	"structure_id" uuid NOT NULL,
	"day" date NOT NULL,
	"documents" integer DEFAULT 0 NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"imports" integer DEFAULT 0 NOT NULL,
	"reading_until" timestamp with time zone,
	CONSTRAINT "upload_tally_structure_id_day_pk" PRIMARY KEY("structure_id","day")
);
--> statement-breakpoint
ALTER TABLE "upload_tally" ADD CONSTRAINT "upload_tally_structure_id_structure_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structure"("id") ON DELETE cascade ON UPDATE no action;