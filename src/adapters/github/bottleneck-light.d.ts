/** The build of Bottleneck that the throttling plugin brings along; it comes without types of its own. */
declare module 'bottleneck/light.js' {
  export { default } from 'bottleneck'
}
