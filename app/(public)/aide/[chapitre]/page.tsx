import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { guide } from "@/components/help/guide";
import { GuidePage } from "@/components/help/guide-page";

interface Props {
  params: Promise<{ chapitre: string }>;
}

async function chapterOf(params: Props["params"]) {
  const href = `/aide/${(await params).chapitre}`;
  return guide.find((chapter) => chapter.href === href) ?? notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, lead, href } = await chapterOf(params);
  return { title: `Aide : ${title}`, description: lead, alternates: { canonical: href } };
}

export default async function ChapterOfGuidePage({ params }: Props) {
  const chapter = await chapterOf(params);
  return (
    <GuidePage
      current="offerors"
      title={chapter.title}
      lead={chapter.lead}
      guide={guide}
      chapter={chapter}
    />
  );
}
