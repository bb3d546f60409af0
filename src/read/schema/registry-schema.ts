import { z } from "zod";
import { text } from "./fields.ts";

const member = z.strictObject({
  全称: text.describe("规范全称，如 冷水滩区"),
  简称: text.optional().describe("简称，如 冷水滩"),
  别名: z
    .union([text, z.array(text)])
    .optional()
    .describe("其他叫法，如旧名"),
  性质: text.optional().describe("如 县区、市直部门、开发区"),
});

/** `data/units.yaml`, `data/categories.yaml` …: a list in the office's own order, names alone or with short names and aliases. */
export const registrySchema = z.array(z.union([text, member])).min(1);

export type RegistryFile = z.infer<typeof registrySchema>;
