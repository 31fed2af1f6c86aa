/** As far as our tests use it: the reader and writer of the bpmn.io modelers, for DMN 1.3. */
declare module 'dmn-moddle' {
  export class DmnModdle {
    fromXML(xml: string, type: 'dmn:Definitions'): Promise<{ readonly rootElement: ModdleElement; readonly warnings: readonly Error[] }>;
    toXML(element: ModdleElement, options: { readonly format: boolean }): Promise<{ readonly xml: string }>;
  }
  export interface ModdleElement {
    readonly $type: string;
    readonly id: string;
    get(property: string): readonly ModdleElement[];
  }
}
