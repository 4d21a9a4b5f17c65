import type { FunctionDeclaration } from './declaration.ts';

/** The functions that answer requests: the routes of routes.ts say which. */
export const httpFunctions = {
  site: {
    entry: 'functions/http/site.ts',
    trigger: { kind: 'http' },
    uses: [],
    timeoutSeconds: 10,
    memoryMb: 512,
    errorImpact: 'Pages come without their style, and addresses that do not exist get no helpful page.',
  },
  public: {
    entry: 'functions/http/public.ts',
    trigger: { kind: 'http' },
    uses: ['table:read', 'table:write'],
    timeoutSeconds: 15,
    memoryMb: 1024,
    errorImpact: 'The public pages are gone, and nobody can sign up by one form or open a mailed link.',
  },
  report: {
    entry: 'functions/http/report.ts',
    trigger: { kind: 'http' },
    uses: ['table:read'],
    timeoutSeconds: 10,
    memoryMb: 512,
    errorImpact: 'Nobody can read the published reports, nor where their figures come from.',
  },
  apply: {
    entry: 'functions/http/apply.ts',
    trigger: { kind: 'http' },
    uses: ['table:read', 'table:write'],
    timeoutSeconds: 15,
    memoryMb: 1024,
    errorImpact: 'Schools, organisations and volunteers cannot sign up question by question; their drafts are safe.',
  },
  my: {
    entry: 'functions/http/my.ts',
    trigger: { kind: 'http' },
    uses: ['table:read', 'table:write'],
    timeoutSeconds: 15,
    memoryMb: 1024,
    errorImpact: 'Readers of a mailed link cannot confirm, change or withdraw, nor answer the survey.',
  },
  organiser: {
    entry: 'functions/http/organiser.ts',
    trigger: { kind: 'http' },
    uses: ['table:read', 'table:write'],
    timeoutSeconds: 20,
    memoryMb: 1024,
    errorImpact: 'Organisers cannot see or steer their edition.',
  },
  reporting: {
    entry: 'functions/http/reporting.ts',
    trigger: { kind: 'http' },
    uses: ['table:read', 'table:write'],
    timeoutSeconds: 20,
    memoryMb: 1024,
    errorImpact: 'Organisers cannot see the figures, nor prepare and publish a report.',
  },
  'sign-in': {
    entry: 'functions/http/sign-in.ts',
    trigger: { kind: 'http' },
    uses: ['table:read', 'table:write', 'identity:use'],
    timeoutSeconds: 15,
    memoryMb: 512,
    errorImpact: 'Organisers cannot sign in.',
  },
} as const satisfies Record<string, FunctionDeclaration>;
