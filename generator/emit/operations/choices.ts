/** The types that stand beside an operation's params: its bodies and responses by media type, its errors by status. */
import type { InterfaceDeclarationStructure } from "ts-morph";
import type { BodyChoice, Operation, ResponseChoice } from "../../model/types/index.js";
import { StructureKind } from "../../support/compilers.js";
import { propertyKey } from "../code/encode.js";
import type { Statement, Written } from "../code/module.js";
import type { ModuleWriter } from "../names/open-module.js";
import { declareType } from "../types/declare.js";
import { anyContentType, headersType } from "./response.js";

export function declareChoices(
  writer: ModuleWriter,
  operation: Operation,
): (Statement | Written)[] {
  const { params, responses, errors } = operation;
  return [
    ...(params?.bodies === undefined ? [] : [declareBodies(writer, params.bodies)]),
    ...(responses === undefined
      ? []
      : [declareResponses(writer, responses, headersType(operation))]),
    ...(errors === undefined
      ? []
      : [declareType(writer.printer, writer.docs, errors.name, errors.shape)]),
  ];
}

function declareBodies(
  { printer }: ModuleWriter,
  { name, contents }: BodyChoice,
): InterfaceDeclarationStructure {
  return byMediaType(
    name,
    contents.map(({ body, shape }) => [body.mediaType, printer.type(shape)]),
  );
}

function declareResponses(
  writer: ModuleWriter,
  { name, contents }: ResponseChoice,
  headers: string,
): InterfaceDeclarationStructure {
  return byMediaType(
    name,
    contents.map(({ mediaType, response }) => [
      mediaType,
      anyContentType(writer, response, headers),
    ]),
  );
}

function byMediaType(
  name: string,
  members: readonly (readonly [mediaType: string, type: string])[],
): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    name,
    isExported: true,
    properties: members.map(([mediaType, type]) => ({ name: propertyKey(mediaType), type })),
  };
}
