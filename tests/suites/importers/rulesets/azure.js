// The rules for data planes of Azure's validator, which are those of its API style guide. The guide itself isn't on npm.
import azure from "@microsoft.azure/openapi-validator-rulesets";

const { azDataplane } = azure.spectralRulesets;

azure.deleteRulesPropertiesInPayloadNotValidForSpectralRules(azDataplane);

export default azDataplane;
