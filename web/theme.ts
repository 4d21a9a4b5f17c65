/** Who runs a programme, as its pages and mails name them. */
export type PublicContact = { readonly name: string; readonly email: string; readonly telephone?: string | undefined };

/** How one city's pages are named and coloured. A colour is a small style sheet of its own, since pages carry no inline style. */
export type Theme = {
  /** The name in the header: the programme's. */
  readonly serviceName: string;
  /** Shown after the name, when it adds something. */
  readonly city?: string | undefined;
  /** Whom a reader can ask. */
  readonly contact?: PublicContact | undefined;
  /** The header's colour, `#0b5563`; ours by default. */
  readonly colour?: string | undefined;
  /** The class on `<html>` that sets the colours. */
  readonly className: 'theme-default';
};

/** The pages that belong to no programme. */
export const defaultTheme: Theme = { serviceName: 'Aspirations', className: 'theme-default' };

type Themed = {
  readonly name: string;
  readonly city: string;
  readonly colour?: string | undefined;
  readonly organiser: PublicContact;
};

/** The theme of one programme. */
export function themeOf({ name, city, colour, organiser }: Themed): Theme {
  return { serviceName: name, city, colour, contact: organiser, className: 'theme-default' };
}
