// The build of MapLibre whose worker is a file of its own: it runs under a policy without `blob:` scripts.
declare module "maplibre-gl/dist/maplibre-gl-csp.js" {
  import maplibre from "maplibre-gl";
  export default maplibre;
}
