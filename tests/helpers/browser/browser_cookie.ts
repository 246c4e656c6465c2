import type { ApiRequest } from '@japa/api-client'

/** The request with a cookie as a script in a browser sets one: neither signed nor encrypted. */
export function withBrowserCookie(request: ApiRequest, name: string, value: string): ApiRequest {
  request.cookiesJar[name] = { name, value }
  return request
}
