/** The types that stand beside an operation's params: its bodies and answers by media type, its errors by status. */
import type { InterfaceDeclarationStructure } from "ts-morph";
import { StructureKind } from "../../support/compilers.js";
import type { AnswerChoice, BodyChoice, Operation } from "../../model/types/index.js";
import { anyContentType } from "./response.js";
import { type Declaration, declareType } from "../types/declare.js";
import { propertyKey } from "../code/encode.js";
import type { OperationWriter } from "./operations.js";

export function declareChoices(
  writer: OperationWriter,
  { params, answers, errors }: Operation,
): Declaration[] {
  return [
    ...(params?.bodies === undefined ? [] : [declareBodies(writer, params.bodies)]),
    ...(answers === undefined ? [] : [declareAnswers(writer, answers)]),
    ...(errors === undefined
      ? []
      : [declareType(writer.printer, writer.docs, errors.name, errors.shape)]),
  ];
}

function declareBodies(
  { printer }: OperationWriter,
  { name, contents }: BodyChoice,
): InterfaceDeclarationStructure {
  return byMediaType(
    name,
    contents.map(({ body, shape }) => [body.mediaType, printer.type(shape)]),
  );
}

function declareAnswers(
  writer: OperationWriter,
  { name, contents }: AnswerChoice,
): InterfaceDeclarationStructure {
  return byMediaType(
    name,
    contents.map(({ mediaType, answer }) => [mediaType, anyContentType(writer, answer)]),
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
