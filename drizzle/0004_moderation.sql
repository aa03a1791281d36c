CREATE TABLE "moderation_decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"batch_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"version" integer NOT NULL,
	"publication" "publication" NOT NULL,
	"published_at" timestamp with time zone,
	"approved_revision_id" uuid,
	"mail_ids" uuid[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "moderation_watch" (
	"offer_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "moderator_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"offer_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"words" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reason_template" (
	"id" uuid PRIMARY KEY NOT NULL,
	"decision" "revision_decision" NOT NULL,
	"name" text NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reason_template_name" UNIQUE("decision","name")
);
--> statement-breakpoint
DROP INDEX "offer_pending";--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "submitted_at" timestamp with time zone;--> statement-breakpoint
UPDATE "offer" SET "submitted_at" = "offer_revision"."submitted_at" FROM "offer_revision" WHERE "offer_revision"."id" = "offer"."current_revision_id";--> statement-breakpoint
ALTER TABLE "offer_revision" ADD COLUMN "comments" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "moderation_decision" ADD CONSTRAINT "moderation_decision_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_decision" ADD CONSTRAINT "moderation_decision_revision_id_offer_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."offer_revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_decision" ADD CONSTRAINT "moderation_decision_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_watch" ADD CONSTRAINT "moderation_watch_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_watch" ADD CONSTRAINT "moderation_watch_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderator_note" ADD CONSTRAINT "moderator_note_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderator_note" ADD CONSTRAINT "moderator_note_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "moderation_decision_batch" ON "moderation_decision" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "moderation_decision_offer" ON "moderation_decision" USING btree ("offer_id");--> statement-breakpoint
CREATE INDEX "moderator_note_offer" ON "moderator_note" USING btree ("offer_id","id");--> statement-breakpoint
CREATE INDEX "offer_pending" ON "offer" USING btree ("submitted_at","id") WHERE validation = 'pending' and deleted_at is null;--> statement-breakpoint
-- To start with: moderators change them under /admin/motifs.
INSERT INTO "reason_template" ("id", "decision", "name", "words", "created_at") VALUES
  (gen_random_uuid(), 'changesRequested', 'Rôle des étudiants à préciser', 'La description ne dit pas encore ce que les étudiants feront. Précisez leur rôle, les personnes qu’ils rencontreront et le déroulement d’une demi-journée.', now()),
  (gen_random_uuid(), 'changesRequested', 'Coordonnées personnelles dans le texte', 'La description contient un numéro de téléphone ou une adresse. Retirez-les : les coordonnées du référent de proximité ont leur propre rubrique et ne sont pas publiées.', now()),
  (gen_random_uuid(), 'changesRequested', 'Nombre de places à revoir', 'Le nombre de places paraît élevé pour un seul terrain. Confirmez qu’il s’agit du nombre d’étudiants que vous pouvez accueillir en tout, ou corrigez-le.', now()),
  (gen_random_uuid(), 'refused', 'Offre déjà déposée', 'Cette offre dit la même chose qu’une autre offre de votre structure. Nous gardons la première ; vous pouvez la modifier si elle n’est plus exacte.', now()),
  (gen_random_uuid(), 'refused', 'Hors du service sanitaire', 'L’action proposée n’est pas une action de prévention du service sanitaire des étudiants en santé. Écrivez-nous si vous souhaitez en construire une avec nous.', now());
