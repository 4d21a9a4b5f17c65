import type * as z from 'zod/mini';
import type { FunctionsOf } from './functions.ts';
import { applyRoutes } from './routes/apply.ts';
import { arrangeRoutes } from './routes/console/arrange.ts';
import { bookingRoutes } from './routes/bookings.ts';
import { calendarRoutes } from './routes/calendars.ts';
import type { RouteDeclaration } from './routes/declaration.ts';
import { classRoutes, pupilRoutes } from './routes/classes.ts';
import { contextRoutes } from './routes/context.ts';
import { courseRoutes } from './routes/courses.ts';
import { dayRoutes } from './routes/day.ts';
import { eventRoutes } from './routes/events.ts';
import { exchangeRoutes } from './routes/exchange.ts';
import { fundingRoutes } from './routes/funding.ts';
import { invitationRoutes } from './routes/invitations.ts';
import { messageRoutes } from './routes/console/messages.ts';
import { myRoutes } from './routes/my.ts';
import { organiserRoutes } from './routes/organiser.ts';
import { printRoutes } from './routes/print.ts';
import { publicRoutes } from './routes/public.ts';
import { recordRoutes } from './routes/records.ts';
import { reportingRoutes } from './routes/reporting.ts';
import { registerRoutes } from './routes/register.ts';
import { reportRoutes } from './routes/report.ts';
import { responseRoutes } from './routes/responses.ts';
import { rotationRoutes } from './routes/rotation.ts';
import { safeguardingRoutes } from './routes/safeguarding.ts';
import { portfolioRoutes } from './routes/portfolio.ts';
import { statementRoutes } from './routes/statement.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { siteRoutes } from './routes/site.ts';
import { trialRoutes } from './routes/console/trial.ts';
import { surveyRoutes } from './routes/survey.ts';
import { upkeepRoutes } from './routes/upkeep.ts';

/**
 * Every route by API Gateway's own route key, which is also the dispatcher: no router. A file for each function, so that
 * a bundle holds its own routes' schemas only. GET changes nothing, with one exception: the sign-in callback, bound to
 * the browser by state, nonce and PKCE.
 */
export const routes = {
  ...publicRoutes,
  ...reportRoutes,
  ...printRoutes,
  ...trialRoutes,
  ...applyRoutes,
  ...registerRoutes,
  ...myRoutes,
  ...bookingRoutes,
  ...calendarRoutes,
  ...invitationRoutes,
  ...portfolioRoutes,
  ...statementRoutes,
  ...surveyRoutes,
  ...classRoutes,
  ...pupilRoutes,
  ...siteRoutes,
  ...messageRoutes,
  ...rotationRoutes,
  ...dayRoutes,
  ...safeguardingRoutes,
  ...signInRoutes,
  ...organiserRoutes,
  ...eventRoutes,
  ...arrangeRoutes,
  ...recordRoutes,
  ...reportingRoutes,
  ...responseRoutes,
  ...exchangeRoutes,
  ...upkeepRoutes,
  ...contextRoutes,
  ...fundingRoutes,
  ...courseRoutes,
} as const satisfies Record<string, RouteDeclaration>;

export type RouteKey = keyof typeof routes;
/** The routes one function answers. */
export type RoutesOf<F extends FunctionsOf<'http'>> = {
  [R in RouteKey]: (typeof routes)[R]['function'] extends F ? R : never;
}[RouteKey];

type Holes<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;
/** The path parameters of a route. */
export type ParamsOf<R extends RouteKey> = { readonly [P in Holes<R>]: string };
/** What a route's body is once parsed; `undefined` where it takes none. */
export type BodyOf<R extends RouteKey> = (typeof routes)[R] extends { body: infer S extends z.ZodMiniType }
  ? z.infer<S>
  : undefined;
