import { fill } from '../../conversation/format.js';
import type { Site } from '../site.js';
import type { Topic } from './topic.js';

/** Texts to send round, and the addresses that open them in the program they are meant for. */
export interface ShareTexts {
  readonly mail: { readonly text: string; readonly open: string };
  readonly whatsapp: { readonly text: string; readonly open: string };
  readonly teams: { readonly text: string; readonly open: string };
}

export function shareTexts({ share, knowledge, phrases }: Site, topic: Topic, url: string): ShareTexts {
  const label = topic?.label ?? phrases.title;
  const values = { url, topic: label, sender: knowledge.university?.name ?? '' };
  const text = (whole: string, single: string): string => fill(topic ? single : whole, values).trim();
  const mail = text(share.mailText, share.mailTextTopic);
  const whatsapp = text(share.whatsappText, share.whatsappTextTopic);
  const teams = text(share.teamsText, share.teamsTextTopic);
  const address = (base: string, fields: Readonly<Record<string, string>>): string =>
    `${base}?${Object.entries(fields)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&')}`;
  return {
    mail: { text: mail, open: address('mailto:', { subject: fill(share.mailSubject, values), body: mail.replaceAll('\n', '\r\n') }) },
    whatsapp: { text: whatsapp, open: address('https://wa.me/', { text: whatsapp }) },
    teams: { text: teams, open: address('https://teams.microsoft.com/share', { href: url, msgText: teams }) },
  };
}
