/** Stands where a reader's own link would: nobody but the reader ever holds it. */
export const linkOfTheReader = 'link-of-the-reader-alone';

/**
 * A mail's HTML as we wrote it, with its links taken out of action: it looks as it does to its reader, and leads nowhere.
 * Only for HTML of `renderMail`, where a quote inside an attribute is always escaped.
 */
export function inert(mail: string): string {
  return mail.replace(/(<a\b[^>]*?) href="[^"]*"/g, '$1');
}
