-- How a label is compared: without case and accents. The dictionary is named in full, so that the answer never depends on
-- who asks: that is what lets an index rest on it.
CREATE FUNCTION vocabulary_key(label text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, label)) $$;--> statement-breakpoint
ALTER TABLE "vocabulary_term" DROP CONSTRAINT "vocabulary_term_kind_label";--> statement-breakpoint
ALTER TABLE "vocabulary_term" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "vocabulary_term" ADD CONSTRAINT "vocabulary_term_merged_into_id_vocabulary_term_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."vocabulary_term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "vocabulary_term_label" ON "vocabulary_term" USING btree ("kind",vocabulary_key("label")) WHERE merged_into_id is null;