// Generated from schemas/policy-tests.schema.json by "npm run generate". Do not edit.
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://agentcore-sync.dev/schemas/policy-tests.schema.json","title":"PolicyTests","description":"gateways/policies/tests.yaml: who may call what, as the Cedar policies of each gateway must decide it.","type":"object","additionalProperties":false,"required":["kind","form","cases"],"properties":{"kind":{"type":"string","const":"policy-tests"},"form":{"type":"integer","const":1},"cases":{"type":"array","maxItems":1000,"items":{"title":"PolicyCase","type":"object","additionalProperties":false,"required":["gateway","tool","may"],"properties":{"gateway":{"description":"Name of the gateway's definition.","type":"string","pattern":"^([0-9a-zA-Z]-?){1,48}$"},"client":{"description":"A client that calls with a token of its own: the token's subject, and its client_id.","type":"string","minLength":1,"maxLength":256},"user":{"description":"A person: the token's subject.","type":"string","minLength":1,"maxLength":256},"role":{"description":"An IAM role or user that signs its call, by ARN.","type":"string","minLength":1,"maxLength":512},"claims":{"description":"Other claims of the token: Cedar reads them as tags.","type":"object","maxProperties":50,"additionalProperties":{"type":"string","maxLength":2048}},"tool":{"description":"<target>___<tool>.","type":"string","pattern":"^[0-9A-Za-z-]{1,100}___[^\\s{}]{1,200}$"},"input":{"description":"The call's arguments.","type":"object","maxProperties":50,"additionalProperties":true},"may":{"type":"boolean"}}}}}};
const pattern4 = new RegExp("^([0-9a-zA-Z]-?){1,48}$", "u");
const pattern5 = new RegExp("^[0-9A-Za-z-]{1,100}___[^\\s{}]{1,200}$", "u");
import func1Module from "ajv/dist/runtime/ucs2length.js";
const func1 = func1Module.default ?? func1Module;

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://agentcore-sync.dev/schemas/policy-tests.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.form === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "form"},message:"must have required property '"+"form"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.cases === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cases"},message:"must have required property '"+"cases"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "kind") || (key0 === "form")) || (key0 === "cases"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if("policy-tests" !== data0){
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "policy-tests"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.form !== undefined){
let data1 = data.form;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err6 = {instancePath:instancePath+"/form",schemaPath:"#/properties/form/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(1 !== data1){
const err7 = {instancePath:instancePath+"/form",schemaPath:"#/properties/form/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.cases !== undefined){
let data2 = data.cases;
if(Array.isArray(data2)){
if(data2.length > 1000){
const err8 = {instancePath:instancePath+"/cases",schemaPath:"#/properties/cases/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.gateway === undefined){
const err9 = {instancePath:instancePath+"/cases/" + i0,schemaPath:"#/properties/cases/items/required",keyword:"required",params:{missingProperty: "gateway"},message:"must have required property '"+"gateway"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3.tool === undefined){
const err10 = {instancePath:instancePath+"/cases/" + i0,schemaPath:"#/properties/cases/items/required",keyword:"required",params:{missingProperty: "tool"},message:"must have required property '"+"tool"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data3.may === undefined){
const err11 = {instancePath:instancePath+"/cases/" + i0,schemaPath:"#/properties/cases/items/required",keyword:"required",params:{missingProperty: "may"},message:"must have required property '"+"may"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key1 in data3){
if(!((((((((key1 === "gateway") || (key1 === "client")) || (key1 === "user")) || (key1 === "role")) || (key1 === "claims")) || (key1 === "tool")) || (key1 === "input")) || (key1 === "may"))){
const err12 = {instancePath:instancePath+"/cases/" + i0,schemaPath:"#/properties/cases/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data3.gateway !== undefined){
let data4 = data3.gateway;
if(typeof data4 === "string"){
if(!pattern4.test(data4)){
const err13 = {instancePath:instancePath+"/cases/" + i0+"/gateway",schemaPath:"#/properties/cases/items/properties/gateway/pattern",keyword:"pattern",params:{pattern: "^([0-9a-zA-Z]-?){1,48}$"},message:"must match pattern \""+"^([0-9a-zA-Z]-?){1,48}$"+"\""};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/cases/" + i0+"/gateway",schemaPath:"#/properties/cases/items/properties/gateway/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data3.client !== undefined){
let data5 = data3.client;
if(typeof data5 === "string"){
if(func1(data5) > 256){
const err15 = {instancePath:instancePath+"/cases/" + i0+"/client",schemaPath:"#/properties/cases/items/properties/client/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(func1(data5) < 1){
const err16 = {instancePath:instancePath+"/cases/" + i0+"/client",schemaPath:"#/properties/cases/items/properties/client/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/cases/" + i0+"/client",schemaPath:"#/properties/cases/items/properties/client/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data3.user !== undefined){
let data6 = data3.user;
if(typeof data6 === "string"){
if(func1(data6) > 256){
const err18 = {instancePath:instancePath+"/cases/" + i0+"/user",schemaPath:"#/properties/cases/items/properties/user/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(func1(data6) < 1){
const err19 = {instancePath:instancePath+"/cases/" + i0+"/user",schemaPath:"#/properties/cases/items/properties/user/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/cases/" + i0+"/user",schemaPath:"#/properties/cases/items/properties/user/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data3.role !== undefined){
let data7 = data3.role;
if(typeof data7 === "string"){
if(func1(data7) > 512){
const err21 = {instancePath:instancePath+"/cases/" + i0+"/role",schemaPath:"#/properties/cases/items/properties/role/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(func1(data7) < 1){
const err22 = {instancePath:instancePath+"/cases/" + i0+"/role",schemaPath:"#/properties/cases/items/properties/role/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/cases/" + i0+"/role",schemaPath:"#/properties/cases/items/properties/role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data3.claims !== undefined){
let data8 = data3.claims;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(Object.keys(data8).length > 50){
const err24 = {instancePath:instancePath+"/cases/" + i0+"/claims",schemaPath:"#/properties/cases/items/properties/claims/maxProperties",keyword:"maxProperties",params:{limit: 50},message:"must NOT have more than 50 properties"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key2 in data8){
let data9 = data8[key2];
if(typeof data9 === "string"){
if(func1(data9) > 2048){
const err25 = {instancePath:instancePath+"/cases/" + i0+"/claims/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cases/items/properties/claims/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/cases/" + i0+"/claims/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cases/items/properties/claims/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/cases/" + i0+"/claims",schemaPath:"#/properties/cases/items/properties/claims/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data3.tool !== undefined){
let data10 = data3.tool;
if(typeof data10 === "string"){
if(!pattern5.test(data10)){
const err28 = {instancePath:instancePath+"/cases/" + i0+"/tool",schemaPath:"#/properties/cases/items/properties/tool/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Za-z-]{1,100}___[^\\s{}]{1,200}$"},message:"must match pattern \""+"^[0-9A-Za-z-]{1,100}___[^\\s{}]{1,200}$"+"\""};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/cases/" + i0+"/tool",schemaPath:"#/properties/cases/items/properties/tool/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data3.input !== undefined){
let data11 = data3.input;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(Object.keys(data11).length > 50){
const err30 = {instancePath:instancePath+"/cases/" + i0+"/input",schemaPath:"#/properties/cases/items/properties/input/maxProperties",keyword:"maxProperties",params:{limit: 50},message:"must NOT have more than 50 properties"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/cases/" + i0+"/input",schemaPath:"#/properties/cases/items/properties/input/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data3.may !== undefined){
if(typeof data3.may !== "boolean"){
const err32 = {instancePath:instancePath+"/cases/" + i0+"/may",schemaPath:"#/properties/cases/items/properties/may/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/cases/" + i0,schemaPath:"#/properties/cases/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/cases",schemaPath:"#/properties/cases/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

