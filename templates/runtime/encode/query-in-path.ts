/** Joins the query of a path template and that of the parameters: `/rest?method=find?page=2` → `/rest?method=find&page=2`. */
export function joinQuery(url: string): string {
  return url.replace(/(\?[^?]*)\?/, "$1&");
}
