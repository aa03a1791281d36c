// The one list that drizzle-kit and the client read; everything else imports a room's own file.
export * from "./account";
export * from "./audit";
export * from "./campaign";
export * from "./catalogue";
export * from "./commune";
export * from "./document";
export * from "./import";
export * from "./mail";
export * from "./moderation";
export * from "./offer";
export * from "./reminder";
export * from "./report";
export * from "./schedule";
export * from "./structure";
export * from "./text";
export * from "./suspension";
export * from "./vocabulary";
