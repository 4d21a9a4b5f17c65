/** Who runs a programme, as its pages and mails name them. */
export type PublicContact = { readonly name: string; readonly email: string; readonly telephone?: string | undefined };

/** How one city's pages are named and coloured. Colours are a class of the stylesheet, since pages carry no inline style. */
export type Theme = {
  /** The name in the header: the programme's. */
  readonly serviceName: string;
  /** Shown after the name, when it adds something. */
  readonly city?: string | undefined;
  /** Whom a reader can ask. */
  readonly contact?: PublicContact | undefined;
  /** The class on `<html>` that sets the colours; one exists so far. */
  readonly className: 'theme-default';
};

/** The pages that belong to no programme. */
export const defaultTheme: Theme = { serviceName: 'Aspirations', className: 'theme-default' };

/** The theme of one programme. */
export function themeOf(programme: { readonly name: string; readonly city: string; readonly organiser: PublicContact }): Theme {
  return { serviceName: programme.name, city: programme.city, contact: programme.organiser, className: 'theme-default' };
}
