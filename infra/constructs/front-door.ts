import { Duration, SecretValue } from 'aws-cdk-lib';
import type { CfnApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import { routes } from '#shared/system/routes.ts';
import type { RouteDeclaration } from '#shared/system/routes/declaration.ts';
import type { Settings } from '../settings.ts';
import { acknowledge } from './acknowledge.ts';
import { apiHost } from './http-api.ts';

/** The header that proves to the functions that a request came this way. */
const secretHeader = 'x-origin-secret';

/** CloudFront before the API. Every answer, errors included, is the API's own. */
export function createFrontDoor(scope: Construct, api: CfnApi, settings: Settings): Distribution {
  const { certificateArn, siteOrigin, webAclArn } = settings;
  const always: BehaviorOptions = {
    origin: new HttpOrigin(apiHost(api), {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      readTimeout: Duration.seconds(30),
      ...secretOf(settings),
    }),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    compress: true,
    cachePolicy: CachePolicy.CACHING_DISABLED,
  };
  const cachePolicy = publicCache(scope);
  const distribution = new Distribution(scope, 'FrontDoor', {
    comment: `Aspirations ${settings.stage}`,
    defaultBehavior: always,
    additionalBehaviors: Object.fromEntries(cachedPaths().map((path) => [path, { ...always, cachePolicy }])),
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_100,
    ...(certificateArn && siteOrigin
      ? {
          certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificateArn),
          domainNames: [new URL(siteOrigin).hostname],
          minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        }
      : {}),
    ...(webAclArn ? { webAclId: webAclArn } : {}),
  });
  acknowledge(distribution, 'CFR1', 'Families abroad may read the report, so no country is shut out.');
  acknowledge(
    distribution,
    'CFR3',
    'Its log would hold the paths, and paths carry link tokens; the API logs every request that reaches us in chosen fields.',
  );
  if (!webAclArn) acknowledge(distribution, 'CFR2', 'The firewall is a setting of the stage, and this stage has none.');
  if (!certificateArn)
    acknowledge(
      distribution,
      'CFR4',
      'Without a domain of its own a stage has the CloudFront certificate, whose protocols are not ours to choose.',
    );
  return distribution;
}

/** The path patterns that may be cached at all; personal pages are never under one of them by mistake of a header. */
export function cachedPaths(): string[] {
  const patterns = Object.entries<RouteDeclaration>(routes)
    .filter(([, route]) => route.cacheSeconds !== undefined)
    .map(([key]) => key.replace(/^GET /, '').replace(/\{\w+\}/g, '*'));
  const covered = (pattern: string) =>
    patterns.some((other) => other !== pattern && other.endsWith('*') && pattern.startsWith(other.slice(0, -1)));
  return patterns.filter((pattern) => !covered(pattern));
}

/** Keeps what the answer's own Cache-Control says, and nothing without it. One page answers in HTML and in JSON, so `Accept` is part of the key. */
function publicCache(scope: Construct): CachePolicy {
  return new CachePolicy(scope, 'PublicCache', {
    comment: 'As long as the answer says',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(365),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    headerBehavior: CacheHeaderBehavior.allowList('Accept'),
    cookieBehavior: CacheCookieBehavior.none(),
    enableAcceptEncodingGzip: true,
    enableAcceptEncodingBrotli: true,
  });
}

function secretOf({ originSecretName }: Settings): { customHeaders?: Record<string, string> } {
  if (originSecretName === undefined) return {};
  // CloudFormation fills it in as it deploys: the template holds the secret's name alone.
  return { customHeaders: { [secretHeader]: SecretValue.secretsManager(originSecretName).unsafeUnwrap() } };
}
