import { Body } from "@react-email/body";
import { Button } from "@react-email/button";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Heading } from "@react-email/heading";
import { Html } from "@react-email/html";
import { Link } from "@react-email/link";
import { Preview } from "@react-email/preview";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import type { CSSProperties, ReactNode } from "react";
import type { MailFrame } from "./frame";

const font = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
const paragraph = { fontSize: "16px", lineHeight: "26px", color: "#1c2b33", margin: "0 0 16px" };

interface Props {
  frame: MailFrame;
  title: string;
  /** Shown beside the subject in a list of messages. */
  preview: string;
  action?: { label: string; href: string } | undefined;
  children: ReactNode;
}

/**
 * The one shape of our mails: a title, short paragraphs, one button with its link in full below.
 */
export function MailLayout({ frame, title, preview, action, children }: Props) {
  return (
    <Html lang="fr">
      <Head>
        <title>{title}</title>
      </Head>
      <Preview>{preview}</Preview>
      <Body style={{ backgroundColor: "#f3f6f6", fontFamily: font, margin: 0, padding: "24px 0" }}>
        <div role="main">
          <Container
            style={{
              backgroundColor: "#ffffff",
              maxWidth: "600px",
              padding: "32px",
              borderRadius: "8px",
            }}
          >
            <Text style={{ ...paragraph, fontWeight: 700, color: "#0b6157" }}>
              Service sanitaire – {frame.agencyName}
            </Text>
            <Heading
              as="h1"
              style={{ fontSize: "24px", lineHeight: "32px", color: "#1c2b33", margin: "0 0 24px" }}
            >
              {title}
            </Heading>
            {children}
            {action ? (
              <Section style={{ margin: "24px 0" }}>
                <Button
                  href={action.href}
                  style={{
                    backgroundColor: "#0b6157",
                    color: "#ffffff",
                    padding: "14px 24px",
                    borderRadius: "6px",
                    fontWeight: 700,
                  }}
                >
                  {action.label}
                </Button>
                <Text style={{ ...paragraph, fontSize: "14px", margin: "16px 0 0" }}>
                  Si le bouton ne répond pas, copiez cette adresse dans votre navigateur :
                  <br />
                  <Link href={action.href} style={{ color: "#0b6157", wordBreak: "break-all" }}>
                    {action.href}
                  </Link>
                </Text>
              </Section>
            ) : null}
            <Section style={{ margin: "32px 0 0" }}>
              <Lines style={{ ...paragraph, fontSize: "14px", color: "#52646d", margin: 0 }}>
                {frame.texts.mailClosing}
              </Lines>
            </Section>
          </Container>
        </div>
      </Body>
    </Html>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <Text style={paragraph}>{children}</Text>;
}

/** The agency's own words, a paragraph a line. */
export function Words({ children }: { children: string }) {
  return <Lines style={paragraph}>{children}</Lines>;
}

function Lines({ style, children }: { style: CSSProperties; children: string }) {
  return children.split("\n").map((line, index) => (
    <Text key={index} style={style}>
      {line}
    </Text>
  ));
}

export function MailLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} style={{ color: "#0b6157", textDecoration: "underline" }}>
      {children}
    </Link>
  );
}

/** What a moderator wrote, its line ends kept. */
export function Quote({ children }: { children: string }) {
  return (
    <Section
      style={{ borderLeft: "4px solid #0b6157", padding: "4px 0 4px 16px", margin: "0 0 16px" }}
    >
      <Lines style={{ ...paragraph, margin: 0 }}>{children}</Lines>
    </Section>
  );
}
