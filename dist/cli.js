#!/usr/bin/env node
import { createRequire } from "node:module";
import { join as join$2, sep as sep$1 } from "node:path";
import { closeSync, constants, existsSync, fstatSync, lstatSync, mkdirSync, mkdtempSync, openSync, readFileSync, readSync, readdirSync, readlinkSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tmpdir } from "node:os";

// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esmMin = (fn, res, err) => () => {
	if (err) throw err[0];
	try {
		return fn && (res = fn(fn = 0)), res;
	} catch (e) {
		throw err = [e], e;
	}
};
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __exportAll = (all, flags) => {
	let target = Object.setPrototypeOf({}, null);
	for (var name in all) {
		__defProp(target, name, {
			get: all[name],
			enumerable: true
		});
	}
	if (!(flags & 1)) {
		__defProp(target, Symbol.toStringTag, { value: "Module" });
	}
	return flags & 2 ? target : Object.preventExtensions(target);
};
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") {
		for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
			key = keys[i];
			if (!__hasOwnProp.call(to, key) && key !== except) {
				__defProp(to, key, {
					get: ((k) => from[k]).bind(null, key),
					enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
				});
			}
		}
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));
var __toCommonJS = (mod) => __hasOwnProp.call(mod, "module.exports") ? mod["module.exports"] : __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var __require = /* #__PURE__ */ (() => createRequire(import.meta.url))();

// src/cli/cli-io.ts
/** The process itself. */
function processIo() {
	return {
		print: (text) => process.stdout.write(text),
		tell: (text) => process.stderr.write(text),
		isTerminal: process.stdout.isTTY,
		environment: process.env,
		clock: () => Date.now()
	};
}
/** Whether to colour what is printed: only on a terminal, unless NO_COLOR is set to anything. */
function wantsColor(io) {
	const { NO_COLOR: refused = "", TERM: terminal } = io.environment;
	return io.isTerminal && refused === "" && terminal !== "dumb";
}

// node_modules/commander/lib/error.js
var require_error = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* CommanderError class
	*/
	var CommanderError = class extends Error {
		/**
		* Constructs the CommanderError class
		* @param {number} exitCode suggested exit code which could be used with process.exit
		* @param {string} code an id string representing the error
		* @param {string} message human-readable description of the error
		*/
		constructor(exitCode, code, message) {
			super(message);
			Error.captureStackTrace(this, this.constructor);
			this.name = this.constructor.name;
			this.code = code;
			this.exitCode = exitCode;
			this.nestedError = void 0;
		}
	};
	/**
	* InvalidArgumentError class
	*/
	var InvalidArgumentError = class extends CommanderError {
		/**
		* Constructs the InvalidArgumentError class
		* @param {string} [message] explanation of why argument is invalid
		*/
		constructor(message) {
			super(1, "commander.invalidArgument", message);
			Error.captureStackTrace(this, this.constructor);
			this.name = this.constructor.name;
		}
	};
	exports.CommanderError = CommanderError;
	exports.InvalidArgumentError = InvalidArgumentError;
}));

// node_modules/commander/lib/argument.js
var require_argument = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { InvalidArgumentError } = require_error();
	var Argument = class {
		/**
		* Initialize a new command argument with the given name and description.
		* The default is that the argument is required, and you can explicitly
		* indicate this with <> around the name. Put [] around the name for an optional argument.
		*
		* @param {string} name
		* @param {string} [description]
		*/
		constructor(name, description) {
			this.description = description || "";
			this.variadic = false;
			this.parseArg = void 0;
			this.defaultValue = void 0;
			this.defaultValueDescription = void 0;
			this.argChoices = void 0;
			switch (name[0]) {
				case "<":
					this.required = true;
					this._name = name.slice(1, -1);
					break;
				case "[":
					this.required = false;
					this._name = name.slice(1, -1);
					break;
				default:
					this.required = true;
					this._name = name;
			}
			if (this._name.endsWith("...")) {
				this.variadic = true;
				this._name = this._name.slice(0, -3);
			}
		}
		/**
		* Return argument name.
		*
		* @return {string}
		*/
		name() {
			return this._name;
		}
		/**
		* @package
		*/
		_collectValue(value, previous) {
			if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
			previous.push(value);
			return previous;
		}
		/**
		* Set the default value, and optionally supply the description to be displayed in the help.
		*
		* @param {*} value
		* @param {string} [description]
		* @return {Argument}
		*/
		default(value, description) {
			this.defaultValue = value;
			this.defaultValueDescription = description;
			return this;
		}
		/**
		* Set the custom handler for processing CLI command arguments into argument values.
		*
		* @param {Function} [fn]
		* @return {Argument}
		*/
		argParser(fn) {
			this.parseArg = fn;
			return this;
		}
		/**
		* Only allow argument value to be one of choices.
		*
		* @param {string[]} values
		* @return {Argument}
		*/
		choices(values) {
			this.argChoices = values.slice();
			this.parseArg = (arg, previous) => {
				if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
				if (this.variadic) return this._collectValue(arg, previous);
				return arg;
			};
			return this;
		}
		/**
		* Make argument required.
		*
		* @returns {Argument}
		*/
		argRequired() {
			this.required = true;
			return this;
		}
		/**
		* Make argument optional.
		*
		* @returns {Argument}
		*/
		argOptional() {
			this.required = false;
			return this;
		}
	};
	/**
	* Takes an argument and returns its human readable equivalent for help usage.
	*
	* @param {Argument} arg
	* @return {string}
	* @private
	*/
	function humanReadableArgName(arg) {
		const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
		return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
	}
	exports.Argument = Argument;
	exports.humanReadableArgName = humanReadableArgName;
}));

// child_process?deferred
var child_process_deferred_exports = /* @__PURE__ */ __exportAll({ spawn: () => spawn });
function spawn(...given) {
	return load$1().spawn(...given);
}
var loaded$1, load$1;
var init_child_process_deferred = __esmMin((() => {
	;
	load$1 = () => loaded$1 ??= createRequire(import.meta.url)("node:child_process");
}));

// node_modules/commander/lib/help.js
var require_help = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { humanReadableArgName } = require_argument();
	/**
	* TypeScript import types for JSDoc, used by Visual Studio Code IntelliSense and `npm run typescript-checkJS`
	* https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html#import-types
	* @typedef { import("./argument.js").Argument } Argument
	* @typedef { import("./command.js").Command } Command
	* @typedef { import("./option.js").Option } Option
	*/
	var Help = class {
		constructor() {
			this.helpWidth = void 0;
			this.minWidthToWrap = 40;
			this.sortSubcommands = false;
			this.sortOptions = false;
			this.showGlobalOptions = false;
		}
		/**
		* prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
		* and just before calling `formatHelp()`.
		*
		* Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
		*
		* @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
		*/
		prepareContext(contextOptions) {
			this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
		}
		/**
		* Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
		*
		* @param {Command} cmd
		* @returns {Command[]}
		*/
		visibleCommands(cmd) {
			const visibleCommands = cmd.commands.filter((cmd) => !cmd._hidden);
			const helpCommand = cmd._getHelpCommand();
			if (helpCommand && !helpCommand._hidden) visibleCommands.push(helpCommand);
			if (this.sortSubcommands) visibleCommands.sort((a, b) => {
				return a.name().localeCompare(b.name());
			});
			return visibleCommands;
		}
		/**
		* Compare options for sort.
		*
		* @param {Option} a
		* @param {Option} b
		* @returns {number}
		*/
		compareOptions(a, b) {
			const getSortKey = (option) => {
				return option.short ? option.short.replace(/^-/, "") : option.long.replace(/^--/, "");
			};
			return getSortKey(a).localeCompare(getSortKey(b));
		}
		/**
		* Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
		*
		* @param {Command} cmd
		* @returns {Option[]}
		*/
		visibleOptions(cmd) {
			const visibleOptions = cmd.options.filter((option) => !option.hidden);
			const helpOption = cmd._getHelpOption();
			if (helpOption && !helpOption.hidden) {
				const removeShort = helpOption.short && cmd._findOption(helpOption.short);
				const removeLong = helpOption.long && cmd._findOption(helpOption.long);
				if (!removeShort && !removeLong) visibleOptions.push(helpOption);
				else if (helpOption.long && !removeLong) visibleOptions.push(cmd.createOption(helpOption.long, helpOption.description));
				else if (helpOption.short && !removeShort) visibleOptions.push(cmd.createOption(helpOption.short, helpOption.description));
			}
			if (this.sortOptions) visibleOptions.sort(this.compareOptions);
			return visibleOptions;
		}
		/**
		* Get an array of the visible global options. (Not including help.)
		*
		* @param {Command} cmd
		* @returns {Option[]}
		*/
		visibleGlobalOptions(cmd) {
			if (!this.showGlobalOptions) return [];
			const globalOptions = [];
			for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
				const visibleOptions = ancestorCmd.options.filter((option) => !option.hidden);
				globalOptions.push(...visibleOptions);
			}
			if (this.sortOptions) globalOptions.sort(this.compareOptions);
			return globalOptions;
		}
		/**
		* Get an array of the arguments if any have a description.
		*
		* @param {Command} cmd
		* @returns {Argument[]}
		*/
		visibleArguments(cmd) {
			if (cmd._argsDescription) cmd.registeredArguments.forEach((argument) => {
				argument.description = argument.description || cmd._argsDescription[argument.name()] || "";
			});
			if (cmd.registeredArguments.find((argument) => argument.description)) return cmd.registeredArguments;
			return [];
		}
		/**
		* Get the command term to show in the list of subcommands.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		subcommandTerm(cmd) {
			const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
			return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + (args ? " " + args : "");
		}
		/**
		* Get the option term to show in the list of options.
		*
		* @param {Option} option
		* @returns {string}
		*/
		optionTerm(option) {
			return option.flags;
		}
		/**
		* Get the argument term to show in the list of arguments.
		*
		* @param {Argument} argument
		* @returns {string}
		*/
		argumentTerm(argument) {
			return argument.name();
		}
		/**
		* Get the longest command term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestSubcommandTermLength(cmd, helper) {
			return helper.visibleCommands(cmd).reduce((max, command) => {
				return Math.max(max, this.displayWidth(helper.styleSubcommandTerm(helper.subcommandTerm(command))));
			}, 0);
		}
		/**
		* Get the longest option term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestOptionTermLength(cmd, helper) {
			return helper.visibleOptions(cmd).reduce((max, option) => {
				return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
			}, 0);
		}
		/**
		* Get the longest global option term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestGlobalOptionTermLength(cmd, helper) {
			return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
				return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
			}, 0);
		}
		/**
		* Get the longest argument term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestArgumentTermLength(cmd, helper) {
			return helper.visibleArguments(cmd).reduce((max, argument) => {
				return Math.max(max, this.displayWidth(helper.styleArgumentTerm(helper.argumentTerm(argument))));
			}, 0);
		}
		/**
		* Get the command usage to be displayed at the top of the built-in help.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		commandUsage(cmd) {
			let cmdName = cmd._name;
			if (cmd._aliases[0]) cmdName = cmdName + "|" + cmd._aliases[0];
			let ancestorCmdNames = "";
			for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
			return ancestorCmdNames + cmdName + " " + cmd.usage();
		}
		/**
		* Get the description for the command.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		commandDescription(cmd) {
			return cmd.description();
		}
		/**
		* Get the subcommand summary to show in the list of subcommands.
		* (Fallback to description for backwards compatibility.)
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		subcommandDescription(cmd) {
			return cmd.summary() || cmd.description();
		}
		/**
		* Get the option description to show in the list of options.
		*
		* @param {Option} option
		* @return {string}
		*/
		optionDescription(option) {
			const extraInfo = [];
			if (option.argChoices) extraInfo.push(`choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
			if (option.defaultValue !== void 0) {
				if (option.required || option.optional || option.isBoolean() && typeof option.defaultValue === "boolean") extraInfo.push(`default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`);
			}
			if (option.presetArg !== void 0 && option.optional) extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
			if (option.envVar !== void 0) extraInfo.push(`env: ${option.envVar}`);
			if (extraInfo.length > 0) {
				const extraDescription = `(${extraInfo.join(", ")})`;
				if (option.description) return `${option.description} ${extraDescription}`;
				return extraDescription;
			}
			return option.description;
		}
		/**
		* Get the argument description to show in the list of arguments.
		*
		* @param {Argument} argument
		* @return {string}
		*/
		argumentDescription(argument) {
			const extraInfo = [];
			if (argument.argChoices) extraInfo.push(`choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
			if (argument.defaultValue !== void 0) extraInfo.push(`default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`);
			if (extraInfo.length > 0) {
				const extraDescription = `(${extraInfo.join(", ")})`;
				if (argument.description) return `${argument.description} ${extraDescription}`;
				return extraDescription;
			}
			return argument.description;
		}
		/**
		* Format a list of items, given a heading and an array of formatted items.
		*
		* @param {string} heading
		* @param {string[]} items
		* @param {Help} helper
		* @returns string[]
		*/
		formatItemList(heading, items, helper) {
			if (items.length === 0) return [];
			return [
				helper.styleTitle(heading),
				...items,
				""
			];
		}
		/**
		* Group items by their help group heading.
		*
		* @param {Command[] | Option[]} unsortedItems
		* @param {Command[] | Option[]} visibleItems
		* @param {Function} getGroup
		* @returns {Map<string, Command[] | Option[]>}
		*/
		groupItems(unsortedItems, visibleItems, getGroup) {
			const result = /* @__PURE__ */ new Map();
			unsortedItems.forEach((item) => {
				const group = getGroup(item);
				if (!result.has(group)) result.set(group, []);
			});
			visibleItems.forEach((item) => {
				const group = getGroup(item);
				if (!result.has(group)) result.set(group, []);
				result.get(group).push(item);
			});
			return result;
		}
		/**
		* Generate the built-in help text.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {string}
		*/
		formatHelp(cmd, helper) {
			const termWidth = helper.padWidth(cmd, helper);
			const helpWidth = helper.helpWidth ?? 80;
			function callFormatItem(term, description) {
				return helper.formatItem(term, termWidth, description, helper);
			}
			let output = [`${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`, ""];
			const commandDescription = helper.commandDescription(cmd);
			if (commandDescription.length > 0) output = output.concat([helper.boxWrap(helper.styleCommandDescription(commandDescription), helpWidth), ""]);
			const argumentList = helper.visibleArguments(cmd).map((argument) => {
				return callFormatItem(helper.styleArgumentTerm(helper.argumentTerm(argument)), helper.styleArgumentDescription(helper.argumentDescription(argument)));
			});
			output = output.concat(this.formatItemList("Arguments:", argumentList, helper));
			this.groupItems(cmd.options, helper.visibleOptions(cmd), (option) => option.helpGroupHeading ?? "Options:").forEach((options, group) => {
				const optionList = options.map((option) => {
					return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
				});
				output = output.concat(this.formatItemList(group, optionList, helper));
			});
			if (helper.showGlobalOptions) {
				const globalOptionList = helper.visibleGlobalOptions(cmd).map((option) => {
					return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
				});
				output = output.concat(this.formatItemList("Global Options:", globalOptionList, helper));
			}
			this.groupItems(cmd.commands, helper.visibleCommands(cmd), (sub) => sub.helpGroup() || "Commands:").forEach((commands, group) => {
				const commandList = commands.map((sub) => {
					return callFormatItem(helper.styleSubcommandTerm(helper.subcommandTerm(sub)), helper.styleSubcommandDescription(helper.subcommandDescription(sub)));
				});
				output = output.concat(this.formatItemList(group, commandList, helper));
			});
			return output.join("\n");
		}
		/**
		* Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
		*
		* @param {string} str
		* @returns {number}
		*/
		displayWidth(str) {
			return stripColor(str).length;
		}
		/**
		* Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
		*
		* @param {string} str
		* @returns {string}
		*/
		styleTitle(str) {
			return str;
		}
		styleUsage(str) {
			return str.split(" ").map((word) => {
				if (word === "[options]") return this.styleOptionText(word);
				if (word === "[command]") return this.styleSubcommandText(word);
				if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
				return this.styleCommandText(word);
			}).join(" ");
		}
		styleCommandDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleOptionDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleSubcommandDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleArgumentDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleDescriptionText(str) {
			return str;
		}
		styleOptionTerm(str) {
			return this.styleOptionText(str);
		}
		styleSubcommandTerm(str) {
			return str.split(" ").map((word) => {
				if (word === "[options]") return this.styleOptionText(word);
				if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
				return this.styleSubcommandText(word);
			}).join(" ");
		}
		styleArgumentTerm(str) {
			return this.styleArgumentText(str);
		}
		styleOptionText(str) {
			return str;
		}
		styleArgumentText(str) {
			return str;
		}
		styleSubcommandText(str) {
			return str;
		}
		styleCommandText(str) {
			return str;
		}
		/**
		* Calculate the pad width from the maximum term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		padWidth(cmd, helper) {
			return Math.max(helper.longestOptionTermLength(cmd, helper), helper.longestGlobalOptionTermLength(cmd, helper), helper.longestSubcommandTermLength(cmd, helper), helper.longestArgumentTermLength(cmd, helper));
		}
		/**
		* Detect manually wrapped and indented strings by checking for line break followed by whitespace.
		*
		* @param {string} str
		* @returns {boolean}
		*/
		preformatted(str) {
			return /\n[^\S\r\n]/.test(str);
		}
		/**
		* Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
		*
		* So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
		*   TTT  DDD DDDD
		*        DD DDD
		*
		* @param {string} term
		* @param {number} termWidth
		* @param {string} description
		* @param {Help} helper
		* @returns {string}
		*/
		formatItem(term, termWidth, description, helper) {
			const itemIndent = 2;
			const itemIndentStr = " ".repeat(itemIndent);
			if (!description) return itemIndentStr + term;
			const paddedTerm = term.padEnd(termWidth + term.length - helper.displayWidth(term));
			const spacerWidth = 2;
			const remainingWidth = (this.helpWidth ?? 80) - termWidth - spacerWidth - itemIndent;
			let formattedDescription;
			if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) formattedDescription = description;
			else formattedDescription = helper.boxWrap(description, remainingWidth).replace(/\n/g, "\n" + " ".repeat(termWidth + spacerWidth));
			return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `\n${itemIndentStr}`);
		}
		/**
		* Wrap a string at whitespace, preserving existing line breaks.
		* Wrapping is skipped if the width is less than `minWidthToWrap`.
		*
		* @param {string} str
		* @param {number} width
		* @returns {string}
		*/
		boxWrap(str, width) {
			if (width < this.minWidthToWrap) return str;
			const rawLines = str.split(/\r\n|\n/);
			const chunkPattern = /[\s]*[^\s]+/g;
			const wrappedLines = [];
			rawLines.forEach((line) => {
				const chunks = line.match(chunkPattern);
				if (chunks === null) {
					wrappedLines.push("");
					return;
				}
				let sumChunks = [chunks.shift()];
				let sumWidth = this.displayWidth(sumChunks[0]);
				chunks.forEach((chunk) => {
					const visibleWidth = this.displayWidth(chunk);
					if (sumWidth + visibleWidth <= width) {
						sumChunks.push(chunk);
						sumWidth += visibleWidth;
						return;
					}
					wrappedLines.push(sumChunks.join(""));
					const nextChunk = chunk.trimStart();
					sumChunks = [nextChunk];
					sumWidth = this.displayWidth(nextChunk);
				});
				wrappedLines.push(sumChunks.join(""));
			});
			return wrappedLines.join("\n");
		}
	};
	/**
	* Strip style ANSI escape sequences from the string. In particular, SGR (Select Graphic Rendition) codes.
	*
	* @param {string} str
	* @returns {string}
	* @package
	*/
	function stripColor(str) {
		return str.replace(/\x1b\[\d*(;\d*)*m/g, "");
	}
	exports.Help = Help;
	exports.stripColor = stripColor;
}));

// node_modules/commander/lib/option.js
var require_option = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { InvalidArgumentError } = require_error();
	var Option = class {
		/**
		* Initialize a new `Option` with the given `flags` and `description`.
		*
		* @param {string} flags
		* @param {string} [description]
		*/
		constructor(flags, description) {
			this.flags = flags;
			this.description = description || "";
			this.required = flags.includes("<");
			this.optional = flags.includes("[");
			this.variadic = /\w\.\.\.[>\]]$/.test(flags);
			this.mandatory = false;
			const optionFlags = splitOptionFlags(flags);
			this.short = optionFlags.shortFlag;
			this.long = optionFlags.longFlag;
			this.negate = false;
			if (this.long) this.negate = this.long.startsWith("--no-");
			this.defaultValue = void 0;
			this.defaultValueDescription = void 0;
			this.presetArg = void 0;
			this.envVar = void 0;
			this.parseArg = void 0;
			this.hidden = false;
			this.argChoices = void 0;
			this.conflictsWith = [];
			this.implied = void 0;
			this.helpGroupHeading = void 0;
		}
		/**
		* Set the default value, and optionally supply the description to be displayed in the help.
		*
		* @param {*} value
		* @param {string} [description]
		* @return {Option}
		*/
		default(value, description) {
			this.defaultValue = value;
			this.defaultValueDescription = description;
			return this;
		}
		/**
		* Preset to use when option used without option-argument, especially optional but also boolean and negated.
		* The custom processing (parseArg) is called.
		*
		* @example
		* new Option('--color').default('GREYSCALE').preset('RGB');
		* new Option('--donate [amount]').preset('20').argParser(parseFloat);
		*
		* @param {*} arg
		* @return {Option}
		*/
		preset(arg) {
			this.presetArg = arg;
			return this;
		}
		/**
		* Add option name(s) that conflict with this option.
		* An error will be displayed if conflicting options are found during parsing.
		*
		* @example
		* new Option('--rgb').conflicts('cmyk');
		* new Option('--js').conflicts(['ts', 'jsx']);
		*
		* @param {(string | string[])} names
		* @return {Option}
		*/
		conflicts(names) {
			this.conflictsWith = this.conflictsWith.concat(names);
			return this;
		}
		/**
		* Specify implied option values for when this option is set and the implied options are not.
		*
		* The custom processing (parseArg) is not called on the implied values.
		*
		* @example
		* program
		*   .addOption(new Option('--log', 'write logging information to file'))
		*   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
		*
		* @param {object} impliedOptionValues
		* @return {Option}
		*/
		implies(impliedOptionValues) {
			let newImplied = impliedOptionValues;
			if (typeof impliedOptionValues === "string") newImplied = { [impliedOptionValues]: true };
			this.implied = Object.assign(this.implied || {}, newImplied);
			return this;
		}
		/**
		* Set environment variable to check for option value.
		*
		* An environment variable is only used if when processed the current option value is
		* undefined, or the source of the current value is 'default' or 'config' or 'env'.
		*
		* @param {string} name
		* @return {Option}
		*/
		env(name) {
			this.envVar = name;
			return this;
		}
		/**
		* Set the custom handler for processing CLI option arguments into option values.
		*
		* @param {Function} [fn]
		* @return {Option}
		*/
		argParser(fn) {
			this.parseArg = fn;
			return this;
		}
		/**
		* Whether the option is mandatory and must have a value after parsing.
		*
		* @param {boolean} [mandatory=true]
		* @return {Option}
		*/
		makeOptionMandatory(mandatory = true) {
			this.mandatory = !!mandatory;
			return this;
		}
		/**
		* Hide option in help.
		*
		* @param {boolean} [hide=true]
		* @return {Option}
		*/
		hideHelp(hide = true) {
			this.hidden = !!hide;
			return this;
		}
		/**
		* @package
		*/
		_collectValue(value, previous) {
			if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
			previous.push(value);
			return previous;
		}
		/**
		* Only allow option value to be one of choices.
		*
		* @param {string[]} values
		* @return {Option}
		*/
		choices(values) {
			this.argChoices = values.slice();
			this.parseArg = (arg, previous) => {
				if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
				if (this.variadic) return this._collectValue(arg, previous);
				return arg;
			};
			return this;
		}
		/**
		* Return option name.
		*
		* @return {string}
		*/
		name() {
			if (this.long) return this.long.replace(/^--/, "");
			return this.short.replace(/^-/, "");
		}
		/**
		* Return option name, in a camelcase format that can be used
		* as an object attribute key.
		*
		* @return {string}
		*/
		attributeName() {
			if (this.negate) return camelcase(this.name().replace(/^no-/, ""));
			return camelcase(this.name());
		}
		/**
		* Set the help group heading.
		*
		* @param {string} heading
		* @return {Option}
		*/
		helpGroup(heading) {
			this.helpGroupHeading = heading;
			return this;
		}
		/**
		* Check if `arg` matches the short or long flag.
		*
		* @param {string} arg
		* @return {boolean}
		* @package
		*/
		is(arg) {
			return this.short === arg || this.long === arg;
		}
		/**
		* Return whether a boolean option.
		*
		* Options are one of boolean, negated, required argument, or optional argument.
		*
		* @return {boolean}
		* @package
		*/
		isBoolean() {
			return !this.required && !this.optional && !this.negate;
		}
	};
	/**
	* This class is to make it easier to work with dual options, without changing the existing
	* implementation. We support separate dual options for separate positive and negative options,
	* like `--build` and `--no-build`, which share a single option value. This works nicely for some
	* use cases, but is tricky for others where we want separate behaviours despite
	* the single shared option value.
	*/
	var DualOptions = class {
		/**
		* @param {Option[]} options
		*/
		constructor(options) {
			this.positiveOptions = /* @__PURE__ */ new Map();
			this.negativeOptions = /* @__PURE__ */ new Map();
			this.dualOptions = /* @__PURE__ */ new Set();
			options.forEach((option) => {
				if (option.negate) this.negativeOptions.set(option.attributeName(), option);
				else this.positiveOptions.set(option.attributeName(), option);
			});
			this.negativeOptions.forEach((value, key) => {
				if (this.positiveOptions.has(key)) this.dualOptions.add(key);
			});
		}
		/**
		* Did the value come from the option, and not from possible matching dual option?
		*
		* @param {*} value
		* @param {Option} option
		* @returns {boolean}
		*/
		valueFromOption(value, option) {
			const optionKey = option.attributeName();
			if (!this.dualOptions.has(optionKey)) return true;
			const preset = this.negativeOptions.get(optionKey).presetArg;
			const negativeValue = preset !== void 0 ? preset : false;
			return option.negate === (negativeValue === value);
		}
	};
	/**
	* Convert string from kebab-case to camelCase.
	*
	* @param {string} str
	* @return {string}
	* @private
	*/
	function camelcase(str) {
		return str.split("-").reduce((str, word) => {
			return str + word[0].toUpperCase() + word.slice(1);
		});
	}
	/**
	* Split the short and long flag out of something like '-m,--mixed <value>'
	*
	* @private
	*/
	function splitOptionFlags(flags) {
		let shortFlag;
		let longFlag;
		const shortFlagExp = /^-[^-]$/;
		const longFlagExp = /^--[^-]/;
		const flagParts = flags.split(/[ |,]+/).concat("guard");
		if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
		if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
		if (!shortFlag && shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
		if (!shortFlag && longFlagExp.test(flagParts[0])) {
			shortFlag = longFlag;
			longFlag = flagParts.shift();
		}
		if (flagParts[0].startsWith("-")) {
			const unsupportedFlag = flagParts[0];
			const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
			if (/^-[^-][^-]/.test(unsupportedFlag)) throw new Error(`${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`);
			if (shortFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many short flags`);
			if (longFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many long flags`);
			throw new Error(`${baseError}
- unrecognised flag format`);
		}
		if (shortFlag === void 0 && longFlag === void 0) throw new Error(`option creation failed due to no flags found in '${flags}'.`);
		return {
			shortFlag,
			longFlag
		};
	}
	exports.Option = Option;
	exports.DualOptions = DualOptions;
}));

// node_modules/commander/lib/suggestSimilar.js
var require_suggestSimilar = /* @__PURE__ */ __commonJSMin(((exports) => {
	const maxDistance = 3;
	function editDistance(a, b) {
		if (Math.abs(a.length - b.length) > maxDistance) return Math.max(a.length, b.length);
		const d = [];
		for (let i = 0; i <= a.length; i++) d[i] = [i];
		for (let j = 0; j <= b.length; j++) d[0][j] = j;
		for (let j = 1; j <= b.length; j++) for (let i = 1; i <= a.length; i++) {
			let cost = 1;
			if (a[i - 1] === b[j - 1]) cost = 0;
			else cost = 1;
			d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
		}
		return d[a.length][b.length];
	}
	/**
	* Find close matches, restricted to same number of edits.
	*
	* @param {string} word
	* @param {string[]} candidates
	* @returns {string}
	*/
	function suggestSimilar(word, candidates) {
		if (!candidates || candidates.length === 0) return "";
		candidates = Array.from(new Set(candidates));
		const searchingOptions = word.startsWith("--");
		if (searchingOptions) {
			word = word.slice(2);
			candidates = candidates.map((candidate) => candidate.slice(2));
		}
		let similar = [];
		let bestDistance = maxDistance;
		const minSimilarity = .4;
		candidates.forEach((candidate) => {
			if (candidate.length <= 1) return;
			const distance = editDistance(word, candidate);
			const length = Math.max(word.length, candidate.length);
			if ((length - distance) / length > minSimilarity) {
				if (distance < bestDistance) {
					bestDistance = distance;
					similar = [candidate];
				} else if (distance === bestDistance) similar.push(candidate);
			}
		});
		similar.sort((a, b) => a.localeCompare(b));
		if (searchingOptions) similar = similar.map((candidate) => `--${candidate}`);
		if (similar.length > 1) return `\n(Did you mean one of ${similar.join(", ")}?)`;
		if (similar.length === 1) return `\n(Did you mean ${similar[0]}?)`;
		return "";
	}
	exports.suggestSimilar = suggestSimilar;
}));

// node_modules/commander/lib/command.js
var require_command = /* @__PURE__ */ __commonJSMin(((exports) => {
	const EventEmitter = __require("node:events").EventEmitter;
	const childProcess = (init_child_process_deferred(), __toCommonJS(child_process_deferred_exports));
	const path = __require("node:path");
	const fs = __require("node:fs");
	const process = __require("node:process");
	const { Argument, humanReadableArgName } = require_argument();
	const { CommanderError } = require_error();
	const { Help, stripColor } = require_help();
	const { Option, DualOptions } = require_option();
	const { suggestSimilar } = require_suggestSimilar();
	var Command = class Command extends EventEmitter {
		/**
		* Initialize a new `Command`.
		*
		* @param {string} [name]
		*/
		constructor(name) {
			super();
			/** @type {Command[]} */
			this.commands = [];
			/** @type {Option[]} */
			this.options = [];
			this.parent = null;
			this._allowUnknownOption = false;
			this._allowExcessArguments = false;
			/** @type {Argument[]} */
			this.registeredArguments = [];
			this._args = this.registeredArguments;
			/** @type {string[]} */
			this.args = [];
			this.rawArgs = [];
			this.processedArgs = [];
			this._scriptPath = null;
			this._name = name || "";
			this._optionValues = {};
			this._optionValueSources = {};
			this._storeOptionsAsProperties = false;
			this._actionHandler = null;
			this._executableHandler = false;
			this._executableFile = null;
			this._executableDir = null;
			this._defaultCommandName = null;
			this._exitCallback = null;
			this._aliases = [];
			this._combineFlagAndOptionalValue = true;
			this._description = "";
			this._summary = "";
			this._argsDescription = void 0;
			this._enablePositionalOptions = false;
			this._passThroughOptions = false;
			this._lifeCycleHooks = {};
			/** @type {(boolean | string)} */
			this._showHelpAfterError = false;
			this._showSuggestionAfterError = true;
			this._savedState = null;
			this._outputConfiguration = {
				writeOut: (str) => process.stdout.write(str),
				writeErr: (str) => process.stderr.write(str),
				outputError: (str, write) => write(str),
				getOutHelpWidth: () => process.stdout.isTTY ? process.stdout.columns : void 0,
				getErrHelpWidth: () => process.stderr.isTTY ? process.stderr.columns : void 0,
				getOutHasColors: () => useColor() ?? (process.stdout.isTTY && process.stdout.hasColors?.()),
				getErrHasColors: () => useColor() ?? (process.stderr.isTTY && process.stderr.hasColors?.()),
				stripColor: (str) => stripColor(str)
			};
			this._hidden = false;
			/** @type {(Option | null | undefined)} */
			this._helpOption = void 0;
			this._addImplicitHelpCommand = void 0;
			/** @type {Command} */
			this._helpCommand = void 0;
			this._helpConfiguration = {};
			/** @type {string | undefined} */
			this._helpGroupHeading = void 0;
			/** @type {string | undefined} */
			this._defaultCommandGroup = void 0;
			/** @type {string | undefined} */
			this._defaultOptionGroup = void 0;
		}
		/**
		* Copy settings that are useful to have in common across root command and subcommands.
		*
		* (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
		*
		* @param {Command} sourceCommand
		* @return {Command} `this` command for chaining
		*/
		copyInheritedSettings(sourceCommand) {
			this._outputConfiguration = sourceCommand._outputConfiguration;
			this._helpOption = sourceCommand._helpOption;
			this._helpCommand = sourceCommand._helpCommand;
			this._helpConfiguration = sourceCommand._helpConfiguration;
			this._exitCallback = sourceCommand._exitCallback;
			this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
			this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
			this._allowExcessArguments = sourceCommand._allowExcessArguments;
			this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
			this._showHelpAfterError = sourceCommand._showHelpAfterError;
			this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
			return this;
		}
		/**
		* @returns {Command[]}
		* @private
		*/
		_getCommandAndAncestors() {
			const result = [];
			for (let command = this; command; command = command.parent) result.push(command);
			return result;
		}
		/**
		* Define a command.
		*
		* There are two styles of command: pay attention to where to put the description.
		*
		* @example
		* // Command implemented using action handler (description is supplied separately to `.command`)
		* program
		*   .command('clone <source> [destination]')
		*   .description('clone a repository into a newly created directory')
		*   .action((source, destination) => {
		*     console.log('clone command called');
		*   });
		*
		* // Command implemented using separate executable file (description is second parameter to `.command`)
		* program
		*   .command('start <service>', 'start named service')
		*   .command('stop [service]', 'stop named service, or all if no name supplied');
		*
		* @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
		* @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
		* @param {object} [execOpts] - configuration options (for executable)
		* @return {Command} returns new command for action handler, or `this` for executable command
		*/
		command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
			let desc = actionOptsOrExecDesc;
			let opts = execOpts;
			if (typeof desc === "object" && desc !== null) {
				opts = desc;
				desc = null;
			}
			opts = opts || {};
			const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
			const cmd = this.createCommand(name);
			if (desc) {
				cmd.description(desc);
				cmd._executableHandler = true;
			}
			if (opts.isDefault) this._defaultCommandName = cmd._name;
			cmd._hidden = !!(opts.noHelp || opts.hidden);
			cmd._executableFile = opts.executableFile || null;
			if (args) cmd.arguments(args);
			this._registerCommand(cmd);
			cmd.parent = this;
			cmd.copyInheritedSettings(this);
			if (desc) return this;
			return cmd;
		}
		/**
		* Factory routine to create a new unattached command.
		*
		* See .command() for creating an attached subcommand, which uses this routine to
		* create the command. You can override createCommand to customise subcommands.
		*
		* @param {string} [name]
		* @return {Command} new command
		*/
		createCommand(name) {
			return new Command(name);
		}
		/**
		* You can customise the help with a subclass of Help by overriding createHelp,
		* or by overriding Help properties using configureHelp().
		*
		* @return {Help}
		*/
		createHelp() {
			return Object.assign(new Help(), this.configureHelp());
		}
		/**
		* You can customise the help by overriding Help properties using configureHelp(),
		* or with a subclass of Help by overriding createHelp().
		*
		* @param {object} [configuration] - configuration options
		* @return {(Command | object)} `this` command for chaining, or stored configuration
		*/
		configureHelp(configuration) {
			if (configuration === void 0) return this._helpConfiguration;
			this._helpConfiguration = configuration;
			return this;
		}
		/**
		* The default output goes to stdout and stderr. You can customise this for special
		* applications. You can also customise the display of errors by overriding outputError.
		*
		* The configuration properties are all functions:
		*
		*     // change how output being written, defaults to stdout and stderr
		*     writeOut(str)
		*     writeErr(str)
		*     // change how output being written for errors, defaults to writeErr
		*     outputError(str, write) // used for displaying errors and not used for displaying help
		*     // specify width for wrapping help
		*     getOutHelpWidth()
		*     getErrHelpWidth()
		*     // color support, currently only used with Help
		*     getOutHasColors()
		*     getErrHasColors()
		*     stripColor() // used to remove ANSI escape codes if output does not have colors
		*
		* @param {object} [configuration] - configuration options
		* @return {(Command | object)} `this` command for chaining, or stored configuration
		*/
		configureOutput(configuration) {
			if (configuration === void 0) return this._outputConfiguration;
			this._outputConfiguration = {
				...this._outputConfiguration,
				...configuration
			};
			return this;
		}
		/**
		* Display the help or a custom message after an error occurs.
		*
		* @param {(boolean|string)} [displayHelp]
		* @return {Command} `this` command for chaining
		*/
		showHelpAfterError(displayHelp = true) {
			if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
			this._showHelpAfterError = displayHelp;
			return this;
		}
		/**
		* Display suggestion of similar commands for unknown commands, or options for unknown options.
		*
		* @param {boolean} [displaySuggestion]
		* @return {Command} `this` command for chaining
		*/
		showSuggestionAfterError(displaySuggestion = true) {
			this._showSuggestionAfterError = !!displaySuggestion;
			return this;
		}
		/**
		* Add a prepared subcommand.
		*
		* See .command() for creating an attached subcommand which inherits settings from its parent.
		*
		* @param {Command} cmd - new subcommand
		* @param {object} [opts] - configuration options
		* @return {Command} `this` command for chaining
		*/
		addCommand(cmd, opts) {
			if (!cmd._name) throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
			opts = opts || {};
			if (opts.isDefault) this._defaultCommandName = cmd._name;
			if (opts.noHelp || opts.hidden) cmd._hidden = true;
			this._registerCommand(cmd);
			cmd.parent = this;
			cmd._checkForBrokenPassThrough();
			return this;
		}
		/**
		* Factory routine to create a new unattached argument.
		*
		* See .argument() for creating an attached argument, which uses this routine to
		* create the argument. You can override createArgument to return a custom argument.
		*
		* @param {string} name
		* @param {string} [description]
		* @return {Argument} new argument
		*/
		createArgument(name, description) {
			return new Argument(name, description);
		}
		/**
		* Define argument syntax for command.
		*
		* The default is that the argument is required, and you can explicitly
		* indicate this with <> around the name. Put [] around the name for an optional argument.
		*
		* @example
		* program.argument('<input-file>');
		* program.argument('[output-file]');
		*
		* @param {string} name
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom argument processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		argument(name, description, parseArg, defaultValue) {
			const argument = this.createArgument(name, description);
			if (typeof parseArg === "function") argument.default(defaultValue).argParser(parseArg);
			else argument.default(parseArg);
			this.addArgument(argument);
			return this;
		}
		/**
		* Define argument syntax for command, adding multiple at once (without descriptions).
		*
		* See also .argument().
		*
		* @example
		* program.arguments('<cmd> [env]');
		*
		* @param {string} names
		* @return {Command} `this` command for chaining
		*/
		arguments(names) {
			names.trim().split(/ +/).forEach((detail) => {
				this.argument(detail);
			});
			return this;
		}
		/**
		* Define argument syntax for command, adding a prepared argument.
		*
		* @param {Argument} argument
		* @return {Command} `this` command for chaining
		*/
		addArgument(argument) {
			const previousArgument = this.registeredArguments.slice(-1)[0];
			if (previousArgument?.variadic) throw new Error(`only the last argument can be variadic '${previousArgument.name()}'`);
			if (argument.required && argument.defaultValue !== void 0 && argument.parseArg === void 0) throw new Error(`a default value for a required argument is never used: '${argument.name()}'`);
			this.registeredArguments.push(argument);
			return this;
		}
		/**
		* Customise or override default help command. By default a help command is automatically added if your command has subcommands.
		*
		* @example
		*    program.helpCommand('help [cmd]');
		*    program.helpCommand('help [cmd]', 'show help');
		*    program.helpCommand(false); // suppress default help command
		*    program.helpCommand(true); // add help command even if no subcommands
		*
		* @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
		* @param {string} [description] - custom description
		* @return {Command} `this` command for chaining
		*/
		helpCommand(enableOrNameAndArgs, description) {
			if (typeof enableOrNameAndArgs === "boolean") {
				this._addImplicitHelpCommand = enableOrNameAndArgs;
				if (enableOrNameAndArgs && this._defaultCommandGroup) this._initCommandGroup(this._getHelpCommand());
				return this;
			}
			const [, helpName, helpArgs] = (enableOrNameAndArgs ?? "help [command]").match(/([^ ]+) *(.*)/);
			const helpDescription = description ?? "display help for command";
			const helpCommand = this.createCommand(helpName);
			helpCommand.helpOption(false);
			if (helpArgs) helpCommand.arguments(helpArgs);
			if (helpDescription) helpCommand.description(helpDescription);
			this._addImplicitHelpCommand = true;
			this._helpCommand = helpCommand;
			if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
			return this;
		}
		/**
		* Add prepared custom help command.
		*
		* @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
		* @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
		* @return {Command} `this` command for chaining
		*/
		addHelpCommand(helpCommand, deprecatedDescription) {
			if (typeof helpCommand !== "object") {
				this.helpCommand(helpCommand, deprecatedDescription);
				return this;
			}
			this._addImplicitHelpCommand = true;
			this._helpCommand = helpCommand;
			this._initCommandGroup(helpCommand);
			return this;
		}
		/**
		* Lazy create help command.
		*
		* @return {(Command|null)}
		* @package
		*/
		_getHelpCommand() {
			if (this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"))) {
				if (this._helpCommand === void 0) this.helpCommand(void 0, void 0);
				return this._helpCommand;
			}
			return null;
		}
		/**
		* Add hook for life cycle event.
		*
		* @param {string} event
		* @param {Function} listener
		* @return {Command} `this` command for chaining
		*/
		hook(event, listener) {
			const allowedValues = [
				"preSubcommand",
				"preAction",
				"postAction"
			];
			if (!allowedValues.includes(event)) throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
			if (this._lifeCycleHooks[event]) this._lifeCycleHooks[event].push(listener);
			else this._lifeCycleHooks[event] = [listener];
			return this;
		}
		/**
		* Register callback to use as replacement for calling process.exit.
		*
		* @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
		* @return {Command} `this` command for chaining
		*/
		exitOverride(fn) {
			if (fn) this._exitCallback = fn;
			else this._exitCallback = (err) => {
				if (err.code !== "commander.executeSubCommandAsync") throw err;
			};
			return this;
		}
		/**
		* Call process.exit, and _exitCallback if defined.
		*
		* @param {number} exitCode exit code for using with process.exit
		* @param {string} code an id string representing the error
		* @param {string} message human-readable description of the error
		* @return never
		* @private
		*/
		_exit(exitCode, code, message) {
			if (this._exitCallback) this._exitCallback(new CommanderError(exitCode, code, message));
			process.exit(exitCode);
		}
		/**
		* Register callback `fn` for the command.
		*
		* @example
		* program
		*   .command('serve')
		*   .description('start service')
		*   .action(function() {
		*      // do work here
		*   });
		*
		* @param {Function} fn
		* @return {Command} `this` command for chaining
		*/
		action(fn) {
			const listener = (args) => {
				const expectedArgsCount = this.registeredArguments.length;
				const actionArgs = args.slice(0, expectedArgsCount);
				if (this._storeOptionsAsProperties) actionArgs[expectedArgsCount] = this;
				else actionArgs[expectedArgsCount] = this.opts();
				actionArgs.push(this);
				return fn.apply(this, actionArgs);
			};
			this._actionHandler = listener;
			return this;
		}
		/**
		* Factory routine to create a new unattached option.
		*
		* See .option() for creating an attached option, which uses this routine to
		* create the option. You can override createOption to return a custom option.
		*
		* @param {string} flags
		* @param {string} [description]
		* @return {Option} new option
		*/
		createOption(flags, description) {
			return new Option(flags, description);
		}
		/**
		* Wrap parseArgs to catch 'commander.invalidArgument'.
		*
		* @param {(Option | Argument)} target
		* @param {string} value
		* @param {*} previous
		* @param {string} invalidArgumentMessage
		* @private
		*/
		_callParseArg(target, value, previous, invalidArgumentMessage) {
			try {
				return target.parseArg(value, previous);
			} catch (err) {
				if (err.code === "commander.invalidArgument") {
					const message = `${invalidArgumentMessage} ${err.message}`;
					this.error(message, {
						exitCode: err.exitCode,
						code: err.code
					});
				}
				throw err;
			}
		}
		/**
		* Check for option flag conflicts.
		* Register option if no conflicts found, or throw on conflict.
		*
		* @param {Option} option
		* @private
		*/
		_registerOption(option) {
			const matchingOption = option.short && this._findOption(option.short) || option.long && this._findOption(option.long);
			if (matchingOption) {
				const matchingFlag = option.long && this._findOption(option.long) ? option.long : option.short;
				throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
			}
			this._initOptionGroup(option);
			this.options.push(option);
		}
		/**
		* Check for command name and alias conflicts with existing commands.
		* Register command if no conflicts found, or throw on conflict.
		*
		* @param {Command} command
		* @private
		*/
		_registerCommand(command) {
			const knownBy = (cmd) => {
				return [cmd.name()].concat(cmd.aliases());
			};
			const alreadyUsed = knownBy(command).find((name) => this._findCommand(name));
			if (alreadyUsed) {
				const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
				const newCmd = knownBy(command).join("|");
				throw new Error(`cannot add command '${newCmd}' as already have command '${existingCmd}'`);
			}
			this._initCommandGroup(command);
			this.commands.push(command);
		}
		/**
		* Add an option.
		*
		* @param {Option} option
		* @return {Command} `this` command for chaining
		*/
		addOption(option) {
			this._registerOption(option);
			const oname = option.name();
			const name = option.attributeName();
			if (option.negate) {
				const positiveLongFlag = option.long.replace(/^--no-/, "--");
				if (!this._findOption(positiveLongFlag)) this.setOptionValueWithSource(name, option.defaultValue === void 0 ? true : option.defaultValue, "default");
			} else if (option.defaultValue !== void 0) this.setOptionValueWithSource(name, option.defaultValue, "default");
			const handleOptionValue = (val, invalidValueMessage, valueSource) => {
				if (val == null && option.presetArg !== void 0) val = option.presetArg;
				const oldValue = this.getOptionValue(name);
				if (val !== null && option.parseArg) val = this._callParseArg(option, val, oldValue, invalidValueMessage);
				else if (val !== null && option.variadic) val = option._collectValue(val, oldValue);
				if (val == null) {
					if (option.negate) val = false;
					else if (option.isBoolean() || option.optional) val = true;
					else val = "";
				}
				this.setOptionValueWithSource(name, val, valueSource);
			};
			this.on("option:" + oname, (val) => {
				const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
				handleOptionValue(val, invalidValueMessage, "cli");
			});
			if (option.envVar) this.on("optionEnv:" + oname, (val) => {
				const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
				handleOptionValue(val, invalidValueMessage, "env");
			});
			return this;
		}
		/**
		* Internal implementation shared by .option() and .requiredOption()
		*
		* @return {Command} `this` command for chaining
		* @private
		*/
		_optionEx(config, flags, description, fn, defaultValue) {
			if (typeof flags === "object" && flags instanceof Option) throw new Error("To add an Option object use addOption() instead of option() or requiredOption()");
			const option = this.createOption(flags, description);
			option.makeOptionMandatory(!!config.mandatory);
			if (typeof fn === "function") option.default(defaultValue).argParser(fn);
			else if (fn instanceof RegExp) {
				const regex = fn;
				fn = (val, def) => {
					const m = regex.exec(val);
					return m ? m[0] : def;
				};
				option.default(defaultValue).argParser(fn);
			} else option.default(fn);
			return this.addOption(option);
		}
		/**
		* Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
		*
		* The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
		* option-argument is indicated by `<>` and an optional option-argument by `[]`.
		*
		* See the README for more details, and see also addOption() and requiredOption().
		*
		* @example
		* program
		*     .option('-p, --pepper', 'add pepper')
		*     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
		*     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
		*     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
		*
		* @param {string} flags
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom option processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		option(flags, description, parseArg, defaultValue) {
			return this._optionEx({}, flags, description, parseArg, defaultValue);
		}
		/**
		* Add a required option which must have a value after parsing. This usually means
		* the option must be specified on the command line. (Otherwise the same as .option().)
		*
		* The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
		*
		* @param {string} flags
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom option processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		requiredOption(flags, description, parseArg, defaultValue) {
			return this._optionEx({ mandatory: true }, flags, description, parseArg, defaultValue);
		}
		/**
		* Alter parsing of short flags with optional values.
		*
		* @example
		* // for `.option('-f,--flag [value]'):
		* program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
		* program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
		*
		* @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
		* @return {Command} `this` command for chaining
		*/
		combineFlagAndOptionalValue(combine = true) {
			this._combineFlagAndOptionalValue = !!combine;
			return this;
		}
		/**
		* Allow unknown options on the command line.
		*
		* @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
		* @return {Command} `this` command for chaining
		*/
		allowUnknownOption(allowUnknown = true) {
			this._allowUnknownOption = !!allowUnknown;
			return this;
		}
		/**
		* Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
		*
		* @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
		* @return {Command} `this` command for chaining
		*/
		allowExcessArguments(allowExcess = true) {
			this._allowExcessArguments = !!allowExcess;
			return this;
		}
		/**
		* Enable positional options. Positional means global options are specified before subcommands which lets
		* subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
		* The default behaviour is non-positional and global options may appear anywhere on the command line.
		*
		* @param {boolean} [positional]
		* @return {Command} `this` command for chaining
		*/
		enablePositionalOptions(positional = true) {
			this._enablePositionalOptions = !!positional;
			return this;
		}
		/**
		* Pass through options that come after command-arguments rather than treat them as command-options,
		* so actual command-options come before command-arguments. Turning this on for a subcommand requires
		* positional options to have been enabled on the program (parent commands).
		* The default behaviour is non-positional and options may appear before or after command-arguments.
		*
		* @param {boolean} [passThrough] for unknown options.
		* @return {Command} `this` command for chaining
		*/
		passThroughOptions(passThrough = true) {
			this._passThroughOptions = !!passThrough;
			this._checkForBrokenPassThrough();
			return this;
		}
		/**
		* @private
		*/
		_checkForBrokenPassThrough() {
			if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) throw new Error(`passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`);
		}
		/**
		* Whether to store option values as properties on command object,
		* or store separately (specify false). In both cases the option values can be accessed using .opts().
		*
		* @param {boolean} [storeAsProperties=true]
		* @return {Command} `this` command for chaining
		*/
		storeOptionsAsProperties(storeAsProperties = true) {
			if (this.options.length) throw new Error("call .storeOptionsAsProperties() before adding options");
			if (Object.keys(this._optionValues).length) throw new Error("call .storeOptionsAsProperties() before setting option values");
			this._storeOptionsAsProperties = !!storeAsProperties;
			return this;
		}
		/**
		* Retrieve option value.
		*
		* @param {string} key
		* @return {object} value
		*/
		getOptionValue(key) {
			if (this._storeOptionsAsProperties) return this[key];
			return this._optionValues[key];
		}
		/**
		* Store option value.
		*
		* @param {string} key
		* @param {object} value
		* @return {Command} `this` command for chaining
		*/
		setOptionValue(key, value) {
			return this.setOptionValueWithSource(key, value, void 0);
		}
		/**
		* Store option value and where the value came from.
		*
		* @param {string} key
		* @param {object} value
		* @param {string} source - expected values are default/config/env/cli/implied
		* @return {Command} `this` command for chaining
		*/
		setOptionValueWithSource(key, value, source) {
			if (this._storeOptionsAsProperties) this[key] = value;
			else this._optionValues[key] = value;
			this._optionValueSources[key] = source;
			return this;
		}
		/**
		* Get source of option value.
		* Expected values are default | config | env | cli | implied
		*
		* @param {string} key
		* @return {string}
		*/
		getOptionValueSource(key) {
			return this._optionValueSources[key];
		}
		/**
		* Get source of option value. See also .optsWithGlobals().
		* Expected values are default | config | env | cli | implied
		*
		* @param {string} key
		* @return {string}
		*/
		getOptionValueSourceWithGlobals(key) {
			let source;
			this._getCommandAndAncestors().forEach((cmd) => {
				if (cmd.getOptionValueSource(key) !== void 0) source = cmd.getOptionValueSource(key);
			});
			return source;
		}
		/**
		* Get user arguments from implied or explicit arguments.
		* Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
		*
		* @private
		*/
		_prepareUserArgs(argv, parseOptions) {
			if (argv !== void 0 && !Array.isArray(argv)) throw new Error("first parameter to parse must be array or undefined");
			parseOptions = parseOptions || {};
			if (argv === void 0 && parseOptions.from === void 0) {
				if (process.versions?.electron) parseOptions.from = "electron";
				const execArgv = process.execArgv ?? [];
				if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) parseOptions.from = "eval";
			}
			if (argv === void 0) argv = process.argv;
			this.rawArgs = argv.slice();
			let userArgs;
			switch (parseOptions.from) {
				case void 0:
				case "node":
					this._scriptPath = argv[1];
					userArgs = argv.slice(2);
					break;
				case "electron":
					if (process.defaultApp) {
						this._scriptPath = argv[1];
						userArgs = argv.slice(2);
					} else userArgs = argv.slice(1);
					break;
				case "user":
					userArgs = argv.slice(0);
					break;
				case "eval":
					userArgs = argv.slice(1);
					break;
				default: throw new Error(`unexpected parse option { from: '${parseOptions.from}' }`);
			}
			if (!this._name && this._scriptPath) this.nameFromFilename(this._scriptPath);
			this._name = this._name || "program";
			return userArgs;
		}
		/**
		* Parse `argv`, setting options and invoking commands when defined.
		*
		* Use parseAsync instead of parse if any of your action handlers are async.
		*
		* Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
		*
		* Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
		* - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
		* - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
		* - `'user'`: just user arguments
		*
		* @example
		* program.parse(); // parse process.argv and auto-detect electron and special node flags
		* program.parse(process.argv); // assume argv[0] is app and argv[1] is script
		* program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
		*
		* @param {string[]} [argv] - optional, defaults to process.argv
		* @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
		* @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
		* @return {Command} `this` command for chaining
		*/
		parse(argv, parseOptions) {
			this._prepareForParse();
			const userArgs = this._prepareUserArgs(argv, parseOptions);
			this._parseCommand([], userArgs);
			return this;
		}
		/**
		* Parse `argv`, setting options and invoking commands when defined.
		*
		* Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
		*
		* Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
		* - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
		* - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
		* - `'user'`: just user arguments
		*
		* @example
		* await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
		* await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
		* await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
		*
		* @param {string[]} [argv]
		* @param {object} [parseOptions]
		* @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
		* @return {Promise}
		*/
		async parseAsync(argv, parseOptions) {
			this._prepareForParse();
			const userArgs = this._prepareUserArgs(argv, parseOptions);
			await this._parseCommand([], userArgs);
			return this;
		}
		_prepareForParse() {
			if (this._savedState === null) this.saveStateBeforeParse();
			else this.restoreStateBeforeParse();
		}
		/**
		* Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
		* Not usually called directly, but available for subclasses to save their custom state.
		*
		* This is called in a lazy way. Only commands used in parsing chain will have state saved.
		*/
		saveStateBeforeParse() {
			this._savedState = {
				_name: this._name,
				_optionValues: { ...this._optionValues },
				_optionValueSources: { ...this._optionValueSources }
			};
		}
		/**
		* Restore state before parse for calls after the first.
		* Not usually called directly, but available for subclasses to save their custom state.
		*
		* This is called in a lazy way. Only commands used in parsing chain will have state restored.
		*/
		restoreStateBeforeParse() {
			if (this._storeOptionsAsProperties) throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
			this._name = this._savedState._name;
			this._scriptPath = null;
			this.rawArgs = [];
			this._optionValues = { ...this._savedState._optionValues };
			this._optionValueSources = { ...this._savedState._optionValueSources };
			this.args = [];
			this.processedArgs = [];
		}
		/**
		* Throw if expected executable is missing. Add lots of help for author.
		*
		* @param {string} executableFile
		* @param {string} executableDir
		* @param {string} subcommandName
		*/
		_checkForMissingExecutable(executableFile, executableDir, subcommandName) {
			if (fs.existsSync(executableFile)) return;
			const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory"}`;
			throw new Error(executableMissing);
		}
		/**
		* Execute a sub-command executable.
		*
		* @private
		*/
		_executeSubCommand(subcommand, args) {
			args = args.slice();
			let launchWithNode = false;
			const sourceExt = [
				".js",
				".ts",
				".tsx",
				".mjs",
				".cjs"
			];
			function findFile(baseDir, baseName) {
				const localBin = path.resolve(baseDir, baseName);
				if (fs.existsSync(localBin)) return localBin;
				if (sourceExt.includes(path.extname(baseName))) return void 0;
				const foundExt = sourceExt.find((ext) => fs.existsSync(`${localBin}${ext}`));
				if (foundExt) return `${localBin}${foundExt}`;
			}
			this._checkForMissingMandatoryOptions();
			this._checkForConflictingOptions();
			let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
			let executableDir = this._executableDir || "";
			if (this._scriptPath) {
				let resolvedScriptPath;
				try {
					resolvedScriptPath = fs.realpathSync(this._scriptPath);
				} catch {
					resolvedScriptPath = this._scriptPath;
				}
				executableDir = path.resolve(path.dirname(resolvedScriptPath), executableDir);
			}
			if (executableDir) {
				let localFile = findFile(executableDir, executableFile);
				if (!localFile && !subcommand._executableFile && this._scriptPath) {
					const legacyName = path.basename(this._scriptPath, path.extname(this._scriptPath));
					if (legacyName !== this._name) localFile = findFile(executableDir, `${legacyName}-${subcommand._name}`);
				}
				executableFile = localFile || executableFile;
			}
			launchWithNode = sourceExt.includes(path.extname(executableFile));
			let proc;
			if (process.platform !== "win32") {
				if (launchWithNode) {
					args.unshift(executableFile);
					args = incrementNodeInspectorPort(process.execArgv).concat(args);
					proc = childProcess.spawn(process.argv[0], args, { stdio: "inherit" });
				} else proc = childProcess.spawn(executableFile, args, { stdio: "inherit" });
			} else {
				this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
				args.unshift(executableFile);
				args = incrementNodeInspectorPort(process.execArgv).concat(args);
				proc = childProcess.spawn(process.execPath, args, { stdio: "inherit" });
			}
			if (!proc.killed) [
				"SIGUSR1",
				"SIGUSR2",
				"SIGTERM",
				"SIGINT",
				"SIGHUP"
			].forEach((signal) => {
				process.on(signal, () => {
					if (proc.killed === false && proc.exitCode === null) proc.kill(signal);
				});
			});
			const exitCallback = this._exitCallback;
			proc.on("close", (code) => {
				code = code ?? 1;
				if (!exitCallback) process.exit(code);
				else exitCallback(new CommanderError(code, "commander.executeSubCommandAsync", "(close)"));
			});
			proc.on("error", (err) => {
				if (err.code === "ENOENT") this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
				else if (err.code === "EACCES") throw new Error(`'${executableFile}' not executable`);
				if (!exitCallback) process.exit(1);
				else {
					const wrappedError = new CommanderError(1, "commander.executeSubCommandAsync", "(error)");
					wrappedError.nestedError = err;
					exitCallback(wrappedError);
				}
			});
			this.runningCommand = proc;
		}
		/**
		* @private
		*/
		_dispatchSubcommand(commandName, operands, unknown) {
			const subCommand = this._findCommand(commandName);
			if (!subCommand) this.help({ error: true });
			subCommand._prepareForParse();
			let promiseChain;
			promiseChain = this._chainOrCallSubCommandHook(promiseChain, subCommand, "preSubcommand");
			promiseChain = this._chainOrCall(promiseChain, () => {
				if (subCommand._executableHandler) this._executeSubCommand(subCommand, operands.concat(unknown));
				else return subCommand._parseCommand(operands, unknown);
			});
			return promiseChain;
		}
		/**
		* Invoke help directly if possible, or dispatch if necessary.
		* e.g. help foo
		*
		* @private
		*/
		_dispatchHelpCommand(subcommandName) {
			if (!subcommandName) this.help();
			const subCommand = this._findCommand(subcommandName);
			if (subCommand && !subCommand._executableHandler) subCommand.help();
			return this._dispatchSubcommand(subcommandName, [], [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]);
		}
		/**
		* Check this.args against expected this.registeredArguments.
		*
		* @private
		*/
		_checkNumberOfArguments() {
			this.registeredArguments.forEach((arg, i) => {
				if (arg.required && this.args[i] == null) this.missingArgument(arg.name());
			});
			if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) return;
			if (this.args.length > this.registeredArguments.length) this._excessArguments(this.args);
		}
		/**
		* Process this.args using this.registeredArguments and save as this.processedArgs!
		*
		* @private
		*/
		_processArguments() {
			const myParseArg = (argument, value, previous) => {
				let parsedValue = value;
				if (value !== null && argument.parseArg) {
					const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
					parsedValue = this._callParseArg(argument, value, previous, invalidValueMessage);
				}
				return parsedValue;
			};
			this._checkNumberOfArguments();
			const processedArgs = [];
			this.registeredArguments.forEach((declaredArg, index) => {
				let value = declaredArg.defaultValue;
				if (declaredArg.variadic) {
					if (index < this.args.length) {
						value = this.args.slice(index);
						if (declaredArg.parseArg) value = value.reduce((processed, v) => {
							return myParseArg(declaredArg, v, processed);
						}, declaredArg.defaultValue);
					} else if (value === void 0) value = [];
				} else if (index < this.args.length) {
					value = this.args[index];
					if (declaredArg.parseArg) value = myParseArg(declaredArg, value, declaredArg.defaultValue);
				}
				processedArgs[index] = value;
			});
			this.processedArgs = processedArgs;
		}
		/**
		* Once we have a promise we chain, but call synchronously until then.
		*
		* @param {(Promise|undefined)} promise
		* @param {Function} fn
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCall(promise, fn) {
			if (promise?.then && typeof promise.then === "function") return promise.then(() => fn());
			return fn();
		}
		/**
		*
		* @param {(Promise|undefined)} promise
		* @param {string} event
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCallHooks(promise, event) {
			let result = promise;
			const hooks = [];
			this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
				hookedCommand._lifeCycleHooks[event].forEach((callback) => {
					hooks.push({
						hookedCommand,
						callback
					});
				});
			});
			if (event === "postAction") hooks.reverse();
			hooks.forEach((hookDetail) => {
				result = this._chainOrCall(result, () => {
					return hookDetail.callback(hookDetail.hookedCommand, this);
				});
			});
			return result;
		}
		/**
		*
		* @param {(Promise|undefined)} promise
		* @param {Command} subCommand
		* @param {string} event
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCallSubCommandHook(promise, subCommand, event) {
			let result = promise;
			if (this._lifeCycleHooks[event] !== void 0) this._lifeCycleHooks[event].forEach((hook) => {
				result = this._chainOrCall(result, () => {
					return hook(this, subCommand);
				});
			});
			return result;
		}
		/**
		* Process arguments in context of this command.
		* Returns action result, in case it is a promise.
		*
		* @private
		*/
		_parseCommand(operands, unknown) {
			const parsed = this.parseOptions(unknown);
			this._parseOptionsEnv();
			this._parseOptionsImplied();
			operands = operands.concat(parsed.operands);
			unknown = parsed.unknown;
			this.args = operands.concat(unknown);
			if (operands && this._findCommand(operands[0])) return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
			if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) return this._dispatchHelpCommand(operands[1]);
			if (this._defaultCommandName) {
				this._outputHelpIfRequested(unknown);
				return this._dispatchSubcommand(this._defaultCommandName, operands, unknown);
			}
			if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) this.help({ error: true });
			this._outputHelpIfRequested(parsed.unknown);
			this._checkForMissingMandatoryOptions();
			this._checkForConflictingOptions();
			const checkForUnknownOptions = () => {
				if (parsed.unknown.length > 0) this.unknownOption(parsed.unknown[0]);
			};
			const commandEvent = `command:${this.name()}`;
			if (this._actionHandler) {
				checkForUnknownOptions();
				this._processArguments();
				let promiseChain;
				promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
				promiseChain = this._chainOrCall(promiseChain, () => this._actionHandler(this.processedArgs));
				if (this.parent) promiseChain = this._chainOrCall(promiseChain, () => {
					this.parent.emit(commandEvent, operands, unknown);
				});
				promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
				return promiseChain;
			}
			if (this.parent?.listenerCount(commandEvent)) {
				checkForUnknownOptions();
				this._processArguments();
				this.parent.emit(commandEvent, operands, unknown);
			} else if (operands.length) {
				if (this._findCommand("*")) return this._dispatchSubcommand("*", operands, unknown);
				if (this.listenerCount("command:*")) this.emit("command:*", operands, unknown);
				else if (this.commands.length) this.unknownCommand();
				else {
					checkForUnknownOptions();
					this._processArguments();
				}
			} else if (this.commands.length) {
				checkForUnknownOptions();
				this.help({ error: true });
			} else {
				checkForUnknownOptions();
				this._processArguments();
			}
		}
		/**
		* Find matching command.
		*
		* @private
		* @return {Command | undefined}
		*/
		_findCommand(name) {
			if (!name) return void 0;
			return this.commands.find((cmd) => cmd._name === name || cmd._aliases.includes(name));
		}
		/**
		* Return an option matching `arg` if any.
		*
		* @param {string} arg
		* @return {Option}
		* @package
		*/
		_findOption(arg) {
			return this.options.find((option) => option.is(arg));
		}
		/**
		* Display an error message if a mandatory option does not have a value.
		* Called after checking for help flags in leaf subcommand.
		*
		* @private
		*/
		_checkForMissingMandatoryOptions() {
			this._getCommandAndAncestors().forEach((cmd) => {
				cmd.options.forEach((anOption) => {
					if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) cmd.missingMandatoryOptionValue(anOption);
				});
			});
		}
		/**
		* Display an error message if conflicting options are used together in this.
		*
		* @private
		*/
		_checkForConflictingLocalOptions() {
			const definedNonDefaultOptions = this.options.filter((option) => {
				const optionKey = option.attributeName();
				if (this.getOptionValue(optionKey) === void 0) return false;
				return this.getOptionValueSource(optionKey) !== "default";
			});
			definedNonDefaultOptions.filter((option) => option.conflictsWith.length > 0).forEach((option) => {
				const conflictingAndDefined = definedNonDefaultOptions.find((defined) => option.conflictsWith.includes(defined.attributeName()));
				if (conflictingAndDefined) this._conflictingOption(option, conflictingAndDefined);
			});
		}
		/**
		* Display an error message if conflicting options are used together.
		* Called after checking for help flags in leaf subcommand.
		*
		* @private
		*/
		_checkForConflictingOptions() {
			this._getCommandAndAncestors().forEach((cmd) => {
				cmd._checkForConflictingLocalOptions();
			});
		}
		/**
		* Parse options from `argv` removing known options,
		* and return argv split into operands and unknown arguments.
		*
		* Side effects: modifies command by storing options. Does not reset state if called again.
		*
		* Examples:
		*
		*     argv => operands, unknown
		*     --known kkk op => [op], []
		*     op --known kkk => [op], []
		*     sub --unknown uuu op => [sub], [--unknown uuu op]
		*     sub -- --unknown uuu op => [sub --unknown uuu op], []
		*
		* @param {string[]} args
		* @return {{operands: string[], unknown: string[]}}
		*/
		parseOptions(args) {
			const operands = [];
			const unknown = [];
			let dest = operands;
			function maybeOption(arg) {
				return arg.length > 1 && arg[0] === "-";
			}
			const negativeNumberArg = (arg) => {
				if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
				return !this._getCommandAndAncestors().some((cmd) => cmd.options.map((opt) => opt.short).some((short) => /^-\d$/.test(short)));
			};
			let activeVariadicOption = null;
			let activeGroup = null;
			let i = 0;
			while (i < args.length || activeGroup) {
				const arg = activeGroup ?? args[i++];
				activeGroup = null;
				if (arg === "--") {
					if (dest === unknown) dest.push(arg);
					dest.push(...args.slice(i));
					break;
				}
				if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
					this.emit(`option:${activeVariadicOption.name()}`, arg);
					continue;
				}
				activeVariadicOption = null;
				if (maybeOption(arg)) {
					const option = this._findOption(arg);
					if (option) {
						if (option.required) {
							const value = args[i++];
							if (value === void 0) this.optionMissingArgument(option);
							this.emit(`option:${option.name()}`, value);
						} else if (option.optional) {
							let value = null;
							if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) value = args[i++];
							this.emit(`option:${option.name()}`, value);
						} else this.emit(`option:${option.name()}`);
						activeVariadicOption = option.variadic ? option : null;
						continue;
					}
				}
				if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
					const option = this._findOption(`-${arg[1]}`);
					if (option) {
						if (option.required || option.optional && this._combineFlagAndOptionalValue) this.emit(`option:${option.name()}`, arg.slice(2));
						else {
							this.emit(`option:${option.name()}`);
							activeGroup = `-${arg.slice(2)}`;
						}
						continue;
					}
				}
				if (/^--[^=]+=/.test(arg)) {
					const index = arg.indexOf("=");
					const option = this._findOption(arg.slice(0, index));
					if (option && (option.required || option.optional)) {
						this.emit(`option:${option.name()}`, arg.slice(index + 1));
						continue;
					}
				}
				if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) dest = unknown;
				if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown.length === 0) {
					if (this._findCommand(arg)) {
						operands.push(arg);
						unknown.push(...args.slice(i));
						break;
					} else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
						operands.push(arg, ...args.slice(i));
						break;
					} else if (this._defaultCommandName) {
						unknown.push(arg, ...args.slice(i));
						break;
					}
				}
				if (this._passThroughOptions) {
					dest.push(arg, ...args.slice(i));
					break;
				}
				dest.push(arg);
			}
			return {
				operands,
				unknown
			};
		}
		/**
		* Return an object containing local option values as key-value pairs.
		*
		* @return {object}
		*/
		opts() {
			if (this._storeOptionsAsProperties) {
				const result = {};
				const len = this.options.length;
				for (let i = 0; i < len; i++) {
					const key = this.options[i].attributeName();
					result[key] = key === this._versionOptionName ? this._version : this[key];
				}
				return result;
			}
			return this._optionValues;
		}
		/**
		* Return an object containing merged local and global option values as key-value pairs.
		*
		* @return {object}
		*/
		optsWithGlobals() {
			return this._getCommandAndAncestors().reduce((combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()), {});
		}
		/**
		* Display error message and exit (or call exitOverride).
		*
		* @param {string} message
		* @param {object} [errorOptions]
		* @param {string} [errorOptions.code] - an id string representing the error
		* @param {number} [errorOptions.exitCode] - used with process.exit
		*/
		error(message, errorOptions) {
			this._outputConfiguration.outputError(`${message}\n`, this._outputConfiguration.writeErr);
			if (typeof this._showHelpAfterError === "string") this._outputConfiguration.writeErr(`${this._showHelpAfterError}\n`);
			else if (this._showHelpAfterError) {
				this._outputConfiguration.writeErr("\n");
				this.outputHelp({ error: true });
			}
			const config = errorOptions || {};
			const exitCode = config.exitCode || 1;
			const code = config.code || "commander.error";
			this._exit(exitCode, code, message);
		}
		/**
		* Apply any option related environment variables, if option does
		* not have a value from cli or client code.
		*
		* @private
		*/
		_parseOptionsEnv() {
			this.options.forEach((option) => {
				if (option.envVar && option.envVar in process.env) {
					const optionKey = option.attributeName();
					if (this.getOptionValue(optionKey) === void 0 || [
						"default",
						"config",
						"env"
					].includes(this.getOptionValueSource(optionKey))) {
						if (option.required || option.optional) this.emit(`optionEnv:${option.name()}`, process.env[option.envVar]);
						else this.emit(`optionEnv:${option.name()}`);
					}
				}
			});
		}
		/**
		* Apply any implied option values, if option is undefined or default value.
		*
		* @private
		*/
		_parseOptionsImplied() {
			const dualHelper = new DualOptions(this.options);
			const hasCustomOptionValue = (optionKey) => {
				return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
			};
			this.options.filter((option) => option.implied !== void 0 && hasCustomOptionValue(option.attributeName()) && dualHelper.valueFromOption(this.getOptionValue(option.attributeName()), option)).forEach((option) => {
				Object.keys(option.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
					this.setOptionValueWithSource(impliedKey, option.implied[impliedKey], "implied");
				});
			});
		}
		/**
		* Argument `name` is missing.
		*
		* @param {string} name
		* @private
		*/
		missingArgument(name) {
			const message = `error: missing required argument '${name}'`;
			this.error(message, { code: "commander.missingArgument" });
		}
		/**
		* `Option` is missing an argument.
		*
		* @param {Option} option
		* @private
		*/
		optionMissingArgument(option) {
			const message = `error: option '${option.flags}' argument missing`;
			this.error(message, { code: "commander.optionMissingArgument" });
		}
		/**
		* `Option` does not have a value, and is a mandatory option.
		*
		* @param {Option} option
		* @private
		*/
		missingMandatoryOptionValue(option) {
			const message = `error: required option '${option.flags}' not specified`;
			this.error(message, { code: "commander.missingMandatoryOptionValue" });
		}
		/**
		* `Option` conflicts with another option.
		*
		* @param {Option} option
		* @param {Option} conflictingOption
		* @private
		*/
		_conflictingOption(option, conflictingOption) {
			const findBestOptionFromValue = (option) => {
				const optionKey = option.attributeName();
				const optionValue = this.getOptionValue(optionKey);
				const negativeOption = this.options.find((target) => target.negate && optionKey === target.attributeName());
				const positiveOption = this.options.find((target) => !target.negate && optionKey === target.attributeName());
				if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) return negativeOption;
				return positiveOption || option;
			};
			const getErrorMessage = (option) => {
				const bestOption = findBestOptionFromValue(option);
				const optionKey = bestOption.attributeName();
				if (this.getOptionValueSource(optionKey) === "env") return `environment variable '${bestOption.envVar}'`;
				return `option '${bestOption.flags}'`;
			};
			const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
			this.error(message, { code: "commander.conflictingOption" });
		}
		/**
		* Unknown option `flag`.
		*
		* @param {string} flag
		* @private
		*/
		unknownOption(flag) {
			if (this._allowUnknownOption) return;
			let suggestion = "";
			if (flag.startsWith("--") && this._showSuggestionAfterError) {
				let candidateFlags = [];
				let command = this;
				do {
					const moreFlags = command.createHelp().visibleOptions(command).filter((option) => option.long).map((option) => option.long);
					candidateFlags = candidateFlags.concat(moreFlags);
					command = command.parent;
				} while (command && !command._enablePositionalOptions);
				suggestion = suggestSimilar(flag, candidateFlags);
			}
			const message = `error: unknown option '${flag}'${suggestion}`;
			this.error(message, { code: "commander.unknownOption" });
		}
		/**
		* Excess arguments, more than expected.
		*
		* @param {string[]} receivedArgs
		* @private
		*/
		_excessArguments(receivedArgs) {
			if (this._allowExcessArguments) return;
			const expected = this.registeredArguments.length;
			const s = expected === 1 ? "" : "s";
			const message = `error: too many arguments${this.parent ? ` for '${this.name()}'` : ""}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
			this.error(message, { code: "commander.excessArguments" });
		}
		/**
		* Unknown command.
		*
		* @private
		*/
		unknownCommand() {
			const unknownName = this.args[0];
			let suggestion = "";
			if (this._showSuggestionAfterError) {
				const candidateNames = [];
				this.createHelp().visibleCommands(this).forEach((command) => {
					candidateNames.push(command.name());
					if (command.alias()) candidateNames.push(command.alias());
				});
				suggestion = suggestSimilar(unknownName, candidateNames);
			}
			const message = `error: unknown command '${unknownName}'${suggestion}`;
			this.error(message, { code: "commander.unknownCommand" });
		}
		/**
		* Get or set the program version.
		*
		* This method auto-registers the "-V, --version" option which will print the version number.
		*
		* You can optionally supply the flags and description to override the defaults.
		*
		* @param {string} [str]
		* @param {string} [flags]
		* @param {string} [description]
		* @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
		*/
		version(str, flags, description) {
			if (str === void 0) return this._version;
			this._version = str;
			flags = flags || "-V, --version";
			description = description || "output the version number";
			const versionOption = this.createOption(flags, description);
			this._versionOptionName = versionOption.attributeName();
			this._registerOption(versionOption);
			this.on("option:" + versionOption.name(), () => {
				this._outputConfiguration.writeOut(`${str}\n`);
				this._exit(0, "commander.version", str);
			});
			return this;
		}
		/**
		* Set the description.
		*
		* @param {string} [str]
		* @param {object} [argsDescription]
		* @return {(string|Command)}
		*/
		description(str, argsDescription) {
			if (str === void 0 && argsDescription === void 0) return this._description;
			this._description = str;
			if (argsDescription) this._argsDescription = argsDescription;
			return this;
		}
		/**
		* Set the summary. Used when listed as subcommand of parent.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		summary(str) {
			if (str === void 0) return this._summary;
			this._summary = str;
			return this;
		}
		/**
		* Set an alias for the command.
		*
		* You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
		*
		* @param {string} [alias]
		* @return {(string|Command)}
		*/
		alias(alias) {
			if (alias === void 0) return this._aliases[0];
			/** @type {Command} */
			let command = this;
			if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) command = this.commands[this.commands.length - 1];
			if (alias === command._name) throw new Error("Command alias can't be the same as its name");
			const matchingCommand = this.parent?._findCommand(alias);
			if (matchingCommand) {
				const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
				throw new Error(`cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`);
			}
			command._aliases.push(alias);
			return this;
		}
		/**
		* Set aliases for the command.
		*
		* Only the first alias is shown in the auto-generated help.
		*
		* @param {string[]} [aliases]
		* @return {(string[]|Command)}
		*/
		aliases(aliases) {
			if (aliases === void 0) return this._aliases;
			aliases.forEach((alias) => this.alias(alias));
			return this;
		}
		/**
		* Set / get the command usage `str`.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		usage(str) {
			if (str === void 0) {
				if (this._usage) return this._usage;
				const args = this.registeredArguments.map((arg) => {
					return humanReadableArgName(arg);
				});
				return [].concat(this.options.length || this._helpOption !== null ? "[options]" : [], this.commands.length ? "[command]" : [], this.registeredArguments.length ? args : []).join(" ");
			}
			this._usage = str;
			return this;
		}
		/**
		* Get or set the name of the command.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		name(str) {
			if (str === void 0) return this._name;
			this._name = str;
			return this;
		}
		/**
		* Set/get the help group heading for this subcommand in parent command's help.
		*
		* @param {string} [heading]
		* @return {Command | string}
		*/
		helpGroup(heading) {
			if (heading === void 0) return this._helpGroupHeading ?? "";
			this._helpGroupHeading = heading;
			return this;
		}
		/**
		* Set/get the default help group heading for subcommands added to this command.
		* (This does not override a group set directly on the subcommand using .helpGroup().)
		*
		* @example
		* program.commandsGroup('Development Commands:);
		* program.command('watch')...
		* program.command('lint')...
		* ...
		*
		* @param {string} [heading]
		* @returns {Command | string}
		*/
		commandsGroup(heading) {
			if (heading === void 0) return this._defaultCommandGroup ?? "";
			this._defaultCommandGroup = heading;
			return this;
		}
		/**
		* Set/get the default help group heading for options added to this command.
		* (This does not override a group set directly on the option using .helpGroup().)
		*
		* @example
		* program
		*   .optionsGroup('Development Options:')
		*   .option('-d, --debug', 'output extra debugging')
		*   .option('-p, --profile', 'output profiling information')
		*
		* @param {string} [heading]
		* @returns {Command | string}
		*/
		optionsGroup(heading) {
			if (heading === void 0) return this._defaultOptionGroup ?? "";
			this._defaultOptionGroup = heading;
			return this;
		}
		/**
		* @param {Option} option
		* @private
		*/
		_initOptionGroup(option) {
			if (this._defaultOptionGroup && !option.helpGroupHeading) option.helpGroup(this._defaultOptionGroup);
		}
		/**
		* @param {Command} cmd
		* @private
		*/
		_initCommandGroup(cmd) {
			if (this._defaultCommandGroup && !cmd.helpGroup()) cmd.helpGroup(this._defaultCommandGroup);
		}
		/**
		* Set the name of the command from script filename, such as process.argv[1],
		* or require.main.filename, or __filename.
		*
		* (Used internally and public although not documented in README.)
		*
		* @example
		* program.nameFromFilename(require.main.filename);
		*
		* @param {string} filename
		* @return {Command}
		*/
		nameFromFilename(filename) {
			this._name = path.basename(filename, path.extname(filename));
			return this;
		}
		/**
		* Get or set the directory for searching for executable subcommands of this command.
		*
		* @example
		* program.executableDir(__dirname);
		* // or
		* program.executableDir('subcommands');
		*
		* @param {string} [path]
		* @return {(string|null|Command)}
		*/
		executableDir(path) {
			if (path === void 0) return this._executableDir;
			this._executableDir = path;
			return this;
		}
		/**
		* Return program help documentation.
		*
		* @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
		* @return {string}
		*/
		helpInformation(contextOptions) {
			const helper = this.createHelp();
			const context = this._getOutputContext(contextOptions);
			helper.prepareContext({
				error: context.error,
				helpWidth: context.helpWidth,
				outputHasColors: context.hasColors
			});
			const text = helper.formatHelp(this, helper);
			if (context.hasColors) return text;
			return this._outputConfiguration.stripColor(text);
		}
		/**
		* @typedef HelpContext
		* @type {object}
		* @property {boolean} error
		* @property {number} helpWidth
		* @property {boolean} hasColors
		* @property {function} write - includes stripColor if needed
		*
		* @returns {HelpContext}
		* @private
		*/
		_getOutputContext(contextOptions) {
			contextOptions = contextOptions || {};
			const error = !!contextOptions.error;
			let baseWrite;
			let hasColors;
			let helpWidth;
			if (error) {
				baseWrite = (str) => this._outputConfiguration.writeErr(str);
				hasColors = this._outputConfiguration.getErrHasColors();
				helpWidth = this._outputConfiguration.getErrHelpWidth();
			} else {
				baseWrite = (str) => this._outputConfiguration.writeOut(str);
				hasColors = this._outputConfiguration.getOutHasColors();
				helpWidth = this._outputConfiguration.getOutHelpWidth();
			}
			const write = (str) => {
				if (!hasColors) str = this._outputConfiguration.stripColor(str);
				return baseWrite(str);
			};
			return {
				error,
				write,
				hasColors,
				helpWidth
			};
		}
		/**
		* Output help information for this command.
		*
		* Outputs built-in help, and custom text added using `.addHelpText()`.
		*
		* @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
		*/
		outputHelp(contextOptions) {
			let deprecatedCallback;
			if (typeof contextOptions === "function") {
				deprecatedCallback = contextOptions;
				contextOptions = void 0;
			}
			const outputContext = this._getOutputContext(contextOptions);
			/** @type {HelpTextEventContext} */
			const eventContext = {
				error: outputContext.error,
				write: outputContext.write,
				command: this
			};
			this._getCommandAndAncestors().reverse().forEach((command) => command.emit("beforeAllHelp", eventContext));
			this.emit("beforeHelp", eventContext);
			let helpInformation = this.helpInformation({ error: outputContext.error });
			if (deprecatedCallback) {
				helpInformation = deprecatedCallback(helpInformation);
				if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) throw new Error("outputHelp callback must return a string or a Buffer");
			}
			outputContext.write(helpInformation);
			if (this._getHelpOption()?.long) this.emit(this._getHelpOption().long);
			this.emit("afterHelp", eventContext);
			this._getCommandAndAncestors().forEach((command) => command.emit("afterAllHelp", eventContext));
		}
		/**
		* You can pass in flags and a description to customise the built-in help option.
		* Pass in false to disable the built-in help option.
		*
		* @example
		* program.helpOption('-?, --help' 'show help'); // customise
		* program.helpOption(false); // disable
		*
		* @param {(string | boolean)} flags
		* @param {string} [description]
		* @return {Command} `this` command for chaining
		*/
		helpOption(flags, description) {
			if (typeof flags === "boolean") {
				if (flags) {
					if (this._helpOption === null) this._helpOption = void 0;
					if (this._defaultOptionGroup) this._initOptionGroup(this._getHelpOption());
				} else this._helpOption = null;
				return this;
			}
			this._helpOption = this.createOption(flags ?? "-h, --help", description ?? "display help for command");
			if (flags || description) this._initOptionGroup(this._helpOption);
			return this;
		}
		/**
		* Lazy create help option.
		* Returns null if has been disabled with .helpOption(false).
		*
		* @returns {(Option | null)} the help option
		* @package
		*/
		_getHelpOption() {
			if (this._helpOption === void 0) this.helpOption(void 0, void 0);
			return this._helpOption;
		}
		/**
		* Supply your own option to use for the built-in help option.
		* This is an alternative to using helpOption() to customise the flags and description etc.
		*
		* @param {Option} option
		* @return {Command} `this` command for chaining
		*/
		addHelpOption(option) {
			this._helpOption = option;
			this._initOptionGroup(option);
			return this;
		}
		/**
		* Output help information and exit.
		*
		* Outputs built-in help, and custom text added using `.addHelpText()`.
		*
		* @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
		*/
		help(contextOptions) {
			this.outputHelp(contextOptions);
			let exitCode = Number(process.exitCode ?? 0);
			if (exitCode === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) exitCode = 1;
			this._exit(exitCode, "commander.help", "(outputHelp)");
		}
		/**
		* // Do a little typing to coordinate emit and listener for the help text events.
		* @typedef HelpTextEventContext
		* @type {object}
		* @property {boolean} error
		* @property {Command} command
		* @property {function} write
		*/
		/**
		* Add additional text to be displayed with the built-in help.
		*
		* Position is 'before' or 'after' to affect just this command,
		* and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
		*
		* @param {string} position - before or after built-in help
		* @param {(string | Function)} text - string to add, or a function returning a string
		* @return {Command} `this` command for chaining
		*/
		addHelpText(position, text) {
			const allowedValues = [
				"beforeAll",
				"before",
				"after",
				"afterAll"
			];
			if (!allowedValues.includes(position)) throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
			const helpEvent = `${position}Help`;
			this.on(helpEvent, (context) => {
				let helpStr;
				if (typeof text === "function") helpStr = text({
					error: context.error,
					command: context.command
				});
				else helpStr = text;
				if (helpStr) context.write(`${helpStr}\n`);
			});
			return this;
		}
		/**
		* Output help information if help flags specified
		*
		* @param {Array} args - array of options to search for help flags
		* @private
		*/
		_outputHelpIfRequested(args) {
			const helpOption = this._getHelpOption();
			if (helpOption && args.find((arg) => helpOption.is(arg))) {
				this.outputHelp();
				this._exit(0, "commander.helpDisplayed", "(outputHelp)");
			}
		}
	};
	/**
	* Scan arguments and increment port number for inspect calls (to avoid conflicts when spawning new command).
	*
	* @param {string[]} args - array of arguments from node.execArgv
	* @returns {string[]}
	* @private
	*/
	function incrementNodeInspectorPort(args) {
		return args.map((arg) => {
			if (!arg.startsWith("--inspect")) return arg;
			let debugOption;
			let debugHost = "127.0.0.1";
			let debugPort = "9229";
			let match;
			if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) debugOption = match[1];
			else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null) {
				debugOption = match[1];
				if (/^\d+$/.test(match[3])) debugPort = match[3];
				else debugHost = match[3];
			} else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null) {
				debugOption = match[1];
				debugHost = match[3];
				debugPort = match[4];
			}
			if (debugOption && debugPort !== "0") return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
			return arg;
		});
	}
	/**
	* @returns {boolean | undefined}
	* @package
	*/
	function useColor() {
		if (process.env.NO_COLOR || process.env.FORCE_COLOR === "0" || process.env.FORCE_COLOR === "false") return false;
		if (process.env.FORCE_COLOR || process.env.CLICOLOR_FORCE !== void 0) return true;
	}
	exports.Command = Command;
	exports.useColor = useColor;
}));

// node_modules/commander/index.js
var require_commander = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { Argument } = require_argument();
	const { Command } = require_command();
	const { CommanderError, InvalidArgumentError } = require_error();
	const { Help } = require_help();
	const { Option } = require_option();
	exports.program = new Command();
	exports.createCommand = (name) => new Command(name);
	exports.createOption = (flags, description) => new Option(flags, description);
	exports.createArgument = (name, description) => new Argument(name, description);
	/**
	* Expose classes
	*/
	exports.Command = Command;
	exports.Option = Option;
	exports.Argument = Argument;
	exports.Help = Help;
	exports.CommanderError = CommanderError;
	exports.InvalidArgumentError = InvalidArgumentError;
	exports.InvalidOptionArgumentError = InvalidArgumentError;
}));

// node_modules/commander/esm.mjs
var import_commander = /* @__PURE__ */ __toESM(require_commander(), 1);
const { program, createCommand, createArgument, createOption, CommanderError, InvalidArgumentError, InvalidOptionArgumentError, Command, Argument, Option, Help } = import_commander.default;

// src/adapters/files/file-problem.ts
/** A {@link FileProblem} on its way through code that has no other way to report it. */
var FileFailure = class extends Error {
	problem;
	constructor(problem) {
		super(problem.text);
		this.name = "FileFailure";
		this.problem = problem;
	}
};
/** The problem behind an error of the file system. Anything else is a bug and is thrown again. */
function fileProblem(path, error) {
	if (error instanceof FileFailure) return error.problem;
	if (!(error instanceof Error) || !("code" in error)) throw error;
	switch (error.code) {
		case "ENOENT": return {
			code: "file-missing",
			text: `There is no file ${path}. Check the path.`
		};
		case "ENOTDIR": return {
			code: "not-a-directory",
			text: `There is no file ${path}: a part of its path is no directory.`
		};
		case "EISDIR": return {
			code: "is-directory",
			text: `${path} is a directory. Name a file in it.`
		};
		case "EACCES":
		case "EPERM": return {
			code: "permission-denied",
			text: `${path} may not be read by this user. Change its permissions.`
		};
		default: return {
			code: "unreadable",
			text: `Cannot read ${path}: ${String(error.code)}.`
		};
	}
}

// src/core/model/result.ts
/** A result that succeeded. */
function ok(value) {
	return {
		ok: true,
		value
	};
}
/** A result that failed, with what is wrong. */
function err(error) {
	return {
		ok: false,
		error
	};
}

// src/adapters/files/read-text.ts
/** Options name small files; a larger one is a mistake. In bytes. */
const MOST_BYTES$2 = 5242880;
/** The text of a file that the user named, in UTF-8 and at most 5 MiB. Pipes are read to their end. */
function readText$1(path) {
	const bytes = readBytes(path);
	if (!bytes.ok) return bytes;
	try {
		return ok(new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes.value));
	} catch {
		return err({
			code: "not-utf8",
			text: `${path} is not UTF-8 text. Save it as UTF-8.`
		});
	}
}
/** The bytes of a file that the user named, at most 5 MiB. */
function readBytes(path) {
	try {
		if (statSync(path).size > MOST_BYTES$2) return err(tooLarge$1(path));
		const bytes = readFileSync(path);
		return bytes.length > MOST_BYTES$2 ? err(tooLarge$1(path)) : ok(bytes);
	} catch (error) {
		return err(fileProblem(path, error));
	}
}
function tooLarge$1(path) {
	return {
		code: "too-large",
		text: `${path} is larger than 5 MiB; such a file is not read.`
	};
}

// src/adapters/files/builtin-policies.ts
/** Packs whose rules guard the gate itself. */
const LOCKED = ["gate", "files"];
/**
* The policies that ship with Drawbridge: a pack by its name, `locked` for those that guard the gate itself, `all` for
* every pack. Undefined when there is none of that name. Throws when the installation is broken.
*/
function builtinPolicy(name) {
	const names = builtinNames();
	if (name === "locked") return LOCKED.map(packOf);
	if (name === "all") return names.map(packOf);
	return names.includes(name) ? [packOf(name)] : void 0;
}
/** The names of the packs, sorted. */
function builtinNames() {
	if (!IS_SOURCE$1) return Object.keys(builtPacks());
	return readdirSync(SOURCES).filter((file) => file.endsWith(".yaml")).map((file) => file.slice(0, -5)).toSorted();
}
/** The file that a pack is made from. */
function packFile(name) {
	return {
		path: `builtin:${name}`,
		text: contentOf$2(new URL(`${name}.yaml`, SOURCES)),
		builtin: true
	};
}
/** The built files have their packs beside them, read and checked already; the sources read the policies themselves. */
const IS_SOURCE$1 = import.meta.url.endsWith("/src/adapters/files/builtin-policies.ts");
const SOURCES = new URL("../../../policies/", import.meta.url);
let built;
function packOf(name) {
	const pack = IS_SOURCE$1 ? packFile(name) : builtPacks()[name];
	if (!pack) throw new RangeError(`There is no pack "${name}" in this installation.`);
	return pack;
}
function builtPacks() {
	if (built) return built;
	const packs = JSON.parse(contentOf$2(new URL("packs.json", import.meta.url)));
	built = packs;
	return packs;
}
function contentOf$2(url) {
	const read = readText$1(fileURLToPath(url));
	if (!read.ok) throw new FileFailure(read.error);
	return read.value;
}

// src/adapters/files/kind-schemas.ts
/**
* The schemas that ship with Drawbridge. A group's file is read when one of its kinds is first asked for; a group
* without a file is one of which nothing is known. Throws when a file cannot be read for another reason.
*/
const builtinSchemas = ({ group, version, kind }) => {
	const known = files.get(group);
	const file = known === void 0 ? readSchemas(group) : known;
	if (known === void 0) files.set(group, file);
	if (!file) return void 0;
	const name = memberOf$1(file.kinds, `${version}/${kind}`);
	const root = name === void 0 ? void 0 : memberOf$1(file.definitions, name);
	return root && {
		root,
		definitions: file.definitions
	};
};
const files = /* @__PURE__ */ new Map();
/** From source and built, the schemas are those in `dist/`. */
const IS_SOURCE = import.meta.url.endsWith("/src/adapters/files/kind-schemas.ts");
const FOLDER = new URL(IS_SOURCE ? "../../../dist/kinds/" : "./kinds/", import.meta.url);
const CORE = "core";
function readSchemas(group) {
	if (group === CORE || !/^[a-z0-9-]*(?:\.[a-z0-9-]+)*$/.test(group)) return null;
	try {
		return JSON.parse(readFileSync(new URL(`${group || CORE}.json`, FOLDER), "utf8"));
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
		throw error;
	}
}
function memberOf$1(object, key) {
	return Object.hasOwn(object, key) ? object[key] : void 0;
}

// src/core/model/instant.ts
const MINUTE = 6e4;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/**
* Reads an ISO 8601 moment with its zone, such as `2026-11-22T10:00:00Z` or `2026-11-22T14:00+01:00`; seconds may
* be left out. Undefined when the text is anything else: a moment without a zone is no moment.
*/
function parseInstant(text) {
	const form = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/.exec(text);
	if (!form) return void 0;
	const [year, month, day] = [
		Number(form[1]),
		Number(form[2]),
		Number(form[3])
	];
	if (!isCalendarDay(year, month, day)) return void 0;
	const milliseconds = Date.parse(text);
	return isInstant(milliseconds) ? milliseconds : void 0;
}
/** The moment as `2026-11-22T10:00:00Z`, to the second. */
function formatInstant(moment) {
	return `${new Date(moment).toISOString().slice(0, 19)}Z`;
}
/** The moment as milliseconds since the epoch were given by a clock outside. */
function instantFromMilliseconds(milliseconds) {
	return isInstant(milliseconds) ? milliseconds : void 0;
}
/** The moment that lies `duration` after (or, if negative, before) another. */
function plus(moment, duration) {
	const sum = moment + duration;
	if (!isInstant(sum)) throw new RangeError(`not a moment: ${String(sum)}`);
	return sum;
}
/** The earlier of two moments. */
function earlier(a, b) {
	return a <= b ? a : b;
}
/** Reads `30m`, `2h`, `1h30m`, `7d`: days, hours, minutes and seconds in this order, at least one, more than nothing. */
function parseDuration(text) {
	const form = /^(?:(\d{1,4})d)?(?:(\d{1,5})h)?(?:(\d{1,6})m)?(?:(\d{1,7})s)?$/.exec(text);
	if (!form) return void 0;
	const [days, hours, minutes, seconds] = form.slice(1).map((digits) => Number(digits ?? 0));
	const length = (days ?? 0) * DAY + (hours ?? 0) * HOUR + (minutes ?? 0) * MINUTE + (seconds ?? 0) * 1e3;
	return length > 0 ? length : void 0;
}
/** The length as `2h`, `1h30m`, `45s`: the form that {@link parseDuration} reads. */
function formatDuration(duration) {
	const units = [
		["d", DAY],
		["h", HOUR],
		["m", MINUTE],
		["s", 1e3]
	];
	let rest = duration;
	let text = "";
	for (const [unit, length] of units) {
		if (unit === "d" && rest % 864e5 !== 0) continue;
		const whole = Math.floor(rest / length);
		if (whole > 0) text += `${String(whole)}${unit}`;
		rest -= whole * length;
	}
	return text || "0s";
}
function isInstant(milliseconds) {
	return Number.isFinite(milliseconds) && Math.abs(milliseconds) <= 864e13;
}
function isCalendarDay(year, month, day) {
	const days = [
		31,
		year % 4 === 0 && year % 100 !== 0 || year % 400 === 0 ? 29 : 28,
		31,
		30,
		31,
		30,
		31,
		31,
		30,
		31,
		30,
		31
	];
	return day >= 1 && day <= (days[month - 1] ?? 0);
}

// src/core/report/issue-json.ts
/** One mistake in an input, as the contract has it. */
function issueJson(issue) {
	const { code, severity, path, line, column, text, suggestion } = issue;
	const members = {
		code,
		severity,
		path,
		line: BigInt(line),
		column: BigInt(column),
		text
	};
	return suggestion === void 0 ? members : {
		...members,
		suggestion
	};
}

// src/core/report/changes-json.ts
/** The `Changes` document of the contract: output of `diff --format json`. */
function changesJson(changes) {
	return {
		kind: "Changes",
		...changeMembers(changes),
		issues: changes.issues.map(issueJson)
	};
}
/** The members that a `Decision` and a `Changes` document share. */
function changeMembers(changes) {
	const { unchanged, routes, analysed } = changes;
	return {
		changes: changes.changes.map(changeJson),
		unchanged: {
			moved: BigInt(unchanged.moved),
			reformatted: BigInt(unchanged.reformatted)
		},
		routes: {
			added: routes.added.map(routeJson),
			removed: routes.removed.map(routeJson),
			changed: routes.changed.map(({ old, new: now }) => ({
				old: routeJson(old),
				new: routeJson(now)
			}))
		},
		files: changes.files.filter(({ role }) => role !== null).map(fileJson),
		analysed: {
			files: BigInt(analysed.files),
			objects: BigInt(analysed.objects),
			notManifests: BigInt(analysed.notManifests),
			unreadable: BigInt(analysed.unreadable)
		}
	};
}
/** An object reference; the namespace is null for cluster-scoped objects. */
function objectJson({ group, version, kind, namespace, name }) {
	return {
		group,
		version,
		kind,
		namespace,
		name
	};
}
function changeJson(change) {
	const { operation, ref, environment, cluster, source, verbs, evidence, fields } = change;
	return {
		operation,
		object: objectJson(ref),
		environment,
		cluster,
		source: {
			path: source.path,
			line: BigInt(source.line),
			oldPath: source.oldPath,
			role: source.role
		},
		verbs,
		evidence: evidence.map(evidenceJson),
		fields: fields.map(fieldJson)
	};
}
function evidenceJson({ verb, side, path, line }) {
	return {
		verb,
		side,
		path,
		line: line === null ? null : BigInt(line)
	};
}
function fileJson({ path, operation, role, rewritten, fields }) {
	return {
		path,
		operation,
		role,
		rewritten,
		fields: fields.map(fieldJson)
	};
}
function fieldJson(field) {
	const line = field.line === null ? null : BigInt(field.line);
	const place = {
		op: field.op,
		path: field.path
	};
	if (field.redacted) return {
		...place,
		redacted: true,
		line
	};
	return {
		...place,
		...field.old === void 0 ? {} : { old: field.old },
		...field.new === void 0 ? {} : { new: field.new },
		...field.lines && { lines: field.lines.map(({ op, line: at, text }) => ({
			op,
			line: BigInt(at),
			text
		})) },
		line
	};
}
/** Conditions, and the objects that a route passes through, are there when there are some. */
function routeJson(route) {
	const { host, path, pathType, conditions, backend, tls, auth, sources, environment, via } = route;
	return {
		host,
		path,
		pathType,
		...conditions === null ? {} : { conditions },
		backend,
		tls,
		auth,
		sources,
		class: route.class,
		environment,
		object: objectJson(route.object),
		...via.length === 0 ? {} : { via: via.map(objectJson) }
	};
}

// src/core/report/phrases.ts
/** `a`, `a and b`, `a, b and c`; with a limit, `a, b and 7 more`. */
function listOf$1(items, word = "and", limit = Number.POSITIVE_INFINITY) {
	const shown = items.length > limit ? [...items.slice(0, limit), `${String(items.length - limit)} more`] : items;
	if (shown.length <= 1) return shown.join("");
	const joint = items.length > limit ? "and" : word;
	return `${shown.slice(0, -1).join(", ")} ${joint} ${shown.at(-1) ?? ""}`;
}
/** `1 object`, `2 objects`. */
function count(number, singular, plural = `${singular}s`) {
	return `${String(number)} ${number === 1 ? singular : plural}`;
}
/** `16:00 UTC` on the day of `now`, else `2026-11-23 16:00 UTC`. Seconds only when there are any. */
function timeOf(moment, now) {
	const [day, clock] = formatInstant(moment).split("T");
	const time = (clock ?? "").replace(/(?::00)?Z$/, "");
	return `${formatInstant(now).startsWith(day ?? "") ? "" : `${day ?? ""} `}${time} UTC`;
}
/** `2h`, `1h30m`, `3d`: the form that labels use. */
function lengthOf$1(duration) {
	return formatDuration(duration);
}
/** The first seven digits of a commit id. */
function shortSha(sha) {
	return sha === null ? "no commit" : sha.slice(0, 7);
}
/** With one full stop at its end. */
function asSentence(text) {
	return text.endsWith(".") ? text : `${text}.`;
}

// src/core/report/reason-text.ts
/** Why a requirement is met or not, as a sentence: what was seen, and what to do. */
function reasonText(verdict, reason, now) {
	return isWindowReason(reason) ? windowText(reason, now) : approvalText(verdict, reason);
}
function isWindowReason(reason) {
	return reason.code.startsWith("window-");
}
function approvalText(verdict, reason) {
	switch (reason.code) {
		case "approved": return verdict.kind === "approval" ? `Approved by ${listOf$1(verdict.by.map(({ login }) => `@${login}`))}.` : "Approved.";
		case "approvals-missing": return `${String(reason.have)} of ${count(reason.need, "approval")} by ${ownersText$1(verdict.requirement)} given.${impossible(reason.possible)}`;
		case "no-owner": return `Nobody owns ${listOf$1(reason.paths, "and", 3)}. Add a line for it to CODEOWNERS on the base branch, or owners.fallback to the policy.`;
		case "team-unreadable": return `${listOf$1(reason.teams.map(({ team, why }) => `Team ${team} cannot be read (${why})`))}; whose approval counts is not known.`;
		case "owner-unresolvable": return `${listOf$1(reason.owners)} names no account and no team, so nobody approves for it. Write @user or @org/team.`;
		case "changes-requested": return `${listOf$1(reason.by.map(({ login }) => `@${login}`))} requested changes; only their approval, or dismissing that review, lifts it.`;
		case "unknown-committer": return `The author or committer of ${listOf$1(reason.commits.map(shortSha), "and", 3)} belongs to no GitHub account, so nobody can be ruled out as having written it. Rewrite ${reason.commits.length === 1 ? "that commit" : "those commits"} with a known e-mail address.`;
		case "same-person": return `${listOf$1(reason.by.map(({ login }) => `@${login}`))} already counts for another requirement; here it takes somebody else.`;
		case "facts-incomplete": return `Not everything could be read: ${listOf$1(reason.lists)}. Nothing is assumed; run again.`;
		case "exception": return "An exception of the policy applies.";
		default: return reason;
	}
}
function windowText(reason, now) {
	switch (reason.code) {
		case "window-open": return `The deploy window is open until ${timeOf(reason.until, now)}.`;
		case "window-missing": return `No deploy window is open; one of at most ${lengthOf$1(reason.max)} is needed.`;
		case "window-not-yet-open": return `The deploy window opens at ${timeOf(reason.opensAt, now)}.`;
		case "window-expired": return `The deploy window closed at ${timeOf(reason.closedAt, now)}. Set the label again to open another.`;
		case "window-not-covering": return `The label ${reason.label} was set before what it was to cover changed. Remove it and set it again.`;
		case "window-opener-not-allowed": return `The label ${reason.label} was set by ${reason.by ? `@${reason.by.login}` : "a deleted account"}, who may not open this window. It takes ${listOf$1(reason.openers, "or", 4) || "an owner, and there is none"}.`;
		case "window-label-without-event": return `The label ${reason.label} is there, but nobody is known to have set it under this name. Remove it and set it again.`;
		case "window-label-malformed": return malformedText(reason);
		default: return reason;
	}
}
function impossible(possible) {
	if (possible === void 0) return "";
	return ` ${possible.length === 0 ? "Nobody" : `Only ${listOf$1(possible.map((login) => `@${login}`))}`} could give one, so this cannot be met: name more owners, or ask for fewer approvals.`;
}
function malformedText({ label, problem }) {
	switch (problem) {
		case "too-far-ahead": return `The label ${label} opens nothing: its start lies further ahead than the policy allows. Book it later, or a nearer start.`;
		case "unknown-name": return `The label ${label} opens nothing: the policy has no window of that name. Write deploy-window/2h for one that starts now.`;
		default: return `The label ${label} opens nothing: write deploy-window/2h, or deploy-window/2026-11-22T14:00Z+2h for a stated start in UTC.`;
	}
}
/** `@acme/net`, or `any of @acme/net and @dan`: who is asked. */
function ownersText$1(requirement) {
	const owners = requirement.kind === "approval" ? requirement.from : requirement.openers;
	return owners.length === 0 ? "nobody (there is no owner)" : listOf$1(owners, "or", 4);
}

// src/core/report/next-step.ts
/** More than this is counted: a heading and a status are read at a glance. */
const NAMED = 4;
/** What a held pull request waits for, and who can give it. Approvals come before the window, whose clock runs. */
function nextStep$1(decision) {
	const open = decision.verdicts.filter(({ verdict }) => verdict === "unmet" || verdict === "indeterminate");
	const approvals = mostAsked(open.filter((verdict) => verdict.kind === "approval"));
	const windows = shortest(open.filter((verdict) => verdict.kind === "window"));
	const now = decision.decidedAt;
	const forecast = decision.pullRequest === null;
	const waits = [...approvals.map((verdict) => approvalHeading(verdict, forecast)), ...windows.map((verdict) => windowHeading(verdict, now))];
	const steps = [...approvals.map((verdict) => approvalAction(verdict, now)), ...windows.map((verdict) => windowAction(verdict, now))];
	const missing = [...approvals, ...windows].map((verdict) => missingPhrase(verdict, now));
	return {
		heading: `${forecast ? "This will need" : "Waiting for"} ${inOrder(waits).join(", then ")}`,
		action: inOrder(steps).join(", then "),
		missing: inOrder(missing)
	};
}
/** Each once, and no more than can be read at a glance. */
function inOrder(parts) {
	const each = [...new Set(parts)];
	return each.length > NAMED ? [...each.slice(0, 3), `${String(each.length - NAMED + 1)} more`] : each;
}
/** Of requirements that ask the same owners, the one that misses most: who meets it meets the others. */
function mostAsked(verdicts) {
	const asked = /* @__PURE__ */ new Map();
	for (const verdict of verdicts) {
		const { from, distinct } = verdict.requirement;
		const counts = verdict.reason.code === "approvals-missing" && distinct === null;
		const key = JSON.stringify(counts ? [...from].toSorted() : [
			verdict.reason,
			from,
			verdict.requirement.entry
		]);
		const first = asked.get(key);
		if (!first || missingCount(verdict) > missingCount(first)) asked.set(key, verdict);
	}
	return [...asked.values()];
}
/** Of windows that the same people open, the shortest: its label opens the others. */
function shortest(verdicts) {
	const asked = /* @__PURE__ */ new Map();
	for (const verdict of verdicts) {
		const key = JSON.stringify([verdict.reason.code, ...verdict.requirement.openers.toSorted()]);
		const first = asked.get(key);
		if (!first || verdict.requirement.max < first.requirement.max) asked.set(key, verdict);
	}
	return [...asked.values()];
}
/** `forecast`: nobody was asked yet. */
function approvalHeading(verdict, forecast) {
	const { reason } = verdict;
	switch (reason.code) {
		case "no-owner": return "an owner to be named";
		case "team-unreadable": return `team ${listOf$1(reason.teams.map(({ team }) => team))} to be readable`;
		case "changes-requested": return `${listOf$1(reason.by.map(({ login }) => `@${login}`))}, who requested changes`;
		case "unknown-committer": return "commits of known people";
		case "facts-incomplete": return "a complete reading";
		default: return `${forecast ? "an approval by " : ""}${ownersText$1(verdict.requirement)}`;
	}
}
function approvalAction(verdict, now) {
	if (verdict.reason.code !== "approvals-missing" && verdict.reason.code !== "same-person") return lowerFirst(reasonText(verdict, verdict.reason, now).replace(/\.$/, ""));
	return `${count(missingCount(verdict), "approval")} by ${listOf$1(verdict.candidates, "or", 4) || ownersText$1(verdict.requirement)}`;
}
function missingCount(verdict) {
	return verdict.reason.code === "approvals-missing" ? verdict.reason.need - verdict.reason.have : 1;
}
function windowHeading(verdict, now) {
	if (verdict.reason.code === "window-not-yet-open") return `the deploy window at ${timeOf(verdict.reason.opensAt, now)}`;
	return "a deploy window";
}
function windowAction(verdict, now) {
	const { reason, requirement } = verdict;
	if (reason.code === "window-not-yet-open") return `wait until the window opens at ${timeOf(reason.opensAt, now)}`;
	if (reason.code === "facts-incomplete" || reason.code === "team-unreadable") return lowerFirst(reasonText(verdict, reason, now).replace(/\.$/, ""));
	const again = reason.code === "window-missing" ? "" : " anew";
	return `the label deploy-window/${lengthOf$1(Math.min(requirement.max, 2 * HOUR))}${again} (at most ${lengthOf$1(requirement.max)}) by ${ownersText$1(requirement)}`;
}
function missingPhrase(verdict, now) {
	const { reason } = verdict;
	switch (reason.code) {
		case "approvals-missing": return `${String(reason.need - reason.have)} of ${ownersText$1(verdict.requirement)}`;
		case "no-owner": return `no owner for ${listOf$1(reason.paths, "and", 1)}`;
		case "changes-requested": return `${listOf$1(reason.by.map(({ login }) => `@${login}`))} requested changes`;
		case "team-unreadable": return `team ${listOf$1(reason.teams.map(({ team }) => team))} is unreadable; grant the token "members: read"`;
		case "window-missing": return `a window of at most ${lengthOf$1(reason.max)}`;
		case "window-not-covering":
		case "window-opener-not-allowed":
		case "window-label-without-event":
		case "window-label-malformed": return `${reason.label} does not count`;
		default: return lowerFirst(reasonText(verdict, reason, now).split(". ")[0]?.replace(/\.$/, "") ?? "");
	}
}
function lowerFirst(text) {
	return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

// src/core/report/headline.ts
/** The decision in one line, without a full stop: what the commit status, the terminal and `summary` say. Plain, not yet made harmless. */
function headline(decision) {
	switch (decision.outcome) {
		case "allow": return allowed(decision);
		case "hold": return held(decision);
		case "deny": return `Denied: ${denial(decision)}`;
		case "error": return `Cannot decide: ${obstacle(decision)}`;
		default: return decision.outcome;
	}
}
function allowed(decision) {
	const people = [...new Set(decision.verdicts.flatMap((verdict) => verdict.kind === "approval" && verdict.verdict === "met" ? verdict.by.map(({ login }) => `@${login}`) : []))];
	const said = people.length > 0 ? `Approved by ${listOf$1(people, "and", 4)}` : harmless(decision);
	return decision.expiresAt === null ? said : `${said}${untilText(decision, decision.expiresAt)}`;
}
/** The end of an allow, last in the line: `; window open until 16:00 UTC`. */
function untilText(decision, end) {
	return `; ${decision.verdicts.some((verdict) => verdict.kind === "window" && verdict.grant?.notAfter === end) ? "window open" : "excepted"} until ${timeOf(end, decision.decidedAt)}`;
}
/** The result when nothing needs anybody: no change, nothing analysed and nothing matched are three different things. */
function harmless(decision) {
	const { changes, unchanged, analysed } = decision.changes;
	if (decision.findings.length > 0) return `Nothing to approve: ${count(decision.findings.length, "finding")}, all low, noticed or excepted`;
	if (changes.length > 0) return `Nothing risky in ${count(changes.length, "changed object")}`;
	const same = unchanged.moved + unchanged.reformatted;
	if (same > 0) return `No change to the cluster: ${count(same, "object")} moved or reformatted, all meaning the same`;
	if (analysed.files === 0) return "Nothing to analyse: no manifest differs";
	return `No change to the cluster in ${count(analysed.files, "file")}`;
}
function held(decision) {
	const conflict = decision.obstacles.find(({ code }) => code === "conflict");
	if (conflict?.code === "conflict") return `Waiting: merge conflict in ${listOf$1(conflict.paths, "and", 2) || "this branch"}; resolve it`;
	return `${decision.pullRequest === null ? "Needs" : "Waiting"}: ${nextStep$1(decision).missing.join("; then ")}`;
}
function denial(decision) {
	const finding = decision.findings.find(({ effect, exception }) => effect === "deny" && !exception);
	return finding ? `${finding.message} (${finding.rule})` : "a rule denies it";
}
function obstacle(decision) {
	const [first] = decision.obstacles;
	if (first?.code === "unreadable") return first.text;
	const [issue] = decision.issues;
	const place = issue ? `; ${issue.path}:${String(issue.line)}: ${issue.text}` : "";
	return `the policy has ${count(decision.issues.length, "mistake")}${place}`;
}

// src/core/report/untrusted.ts
/**
* Text that comes from a pull request (names, labels, messages made from values), made harmless for one line of output:
* control, bidirectional and line-separating characters become `?`.
*/
function plain$2(text) {
	return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => character === "\n" || character === "	" ? " " : "?");
}
/** The same for running Markdown: nothing of it formats, links, mentions or opens a tag. */
function markdown(text) {
	return plain$2(text).replace(/[\\`*_{}[\]<>|#~]/g, (character) => `\\${character}`).replaceAll("&", "&amp;").replace(/@(?=\w)/g, "@​").replaceAll("://", ":​//");
}
/** The same as a code span, also inside a table. */
function code(text) {
	const content = plain$2(text).replaceAll("|", "\\|");
	const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = "`".repeat(longest + 1);
	return longest > 0 ? `${fence} ${content} ${fence}` : `${fence}${content || " "}${fence}`;
}
/** At most so many characters, with `...` where something was cut. Counts code points, as GitHub does. */
function shorten(text, limit) {
	const characters = Array.from(text);
	return characters.length <= limit ? text : `${characters.slice(0, Math.max(0, limit - 3)).join("")}...`;
}

// src/core/report/dismissal-text.ts
/** Who approved without it counting, and why: `amy (wrote this pull request)`. The login is given without `@`, so nobody is called. */
function dismissalText(approval) {
	return `${approval.by?.login ?? "a deleted account"} (${reasonOf(approval)})`;
}
function reasonOf({ why, commit }) {
	switch (why.code) {
		case "author": return "wrote this pull request";
		case "committer": return "authored or committed a commit of it";
		case "last-pusher": return "pushed the present head";
		case "unknown-committer": return `may have written ${listOf$1(why.commits.map(shortSha), "or", 3)}, which belongs to no account`;
		case "bot": return "is no person";
		case "no-write-access": return "cannot write to this repository";
		case "not-in-group": return outsideText(why);
		case "stale": return `${given(commit)}; since then ${listOf$1(why.subjects, "and", 3)} changed`;
		case "dismissed": return "the review was dismissed";
		case "superseded": return "a newer review of the same person counts";
		case "changes-requested": return "requested changes";
		case "same-person": return "already counts for another requirement";
		default: return why;
	}
}
function outsideText({ from, unreadable = [] }) {
	if (unreadable.length > 0) return `may belong to ${listOf$1(unreadable, "or", 4)}, which cannot be read`;
	return `is not one of ${listOf$1(from, "or", 4) || "the owners: there are none"}`;
}
function given(commit) {
	if (commit === null) return "approved a commit that is not known any more";
	return commit === "head" ? "approved the head" : `approved ${shortSha(commit)}`;
}

// src/core/report/verdict-json.ts
/** One requirement with its verdict, as the contract has it. */
function requirementJson(verdict, now) {
	return verdict.kind === "approval" ? approvalJson(verdict, now) : windowJson(verdict, now);
}
/** Which approvals count, for which rules, and which do not, with code and sentence. */
function approvalsJson(approvals) {
	return {
		counted: approvals.counted.map(({ by, review, commit, covers }) => ({
			login: by.login,
			id: BigInt(by.id),
			review: BigInt(review),
			commit,
			covers
		})),
		notCounted: approvals.notCounted.map(uncountedJson)
	};
}
function approvalJson(verdict, now) {
	const { requirement } = verdict;
	return {
		kind: "approval",
		from: requirement.from,
		count: BigInt(requirement.count),
		strict: requirement.strict,
		excludeCommitters: requirement.excludeCommitters,
		for: rulesOf(requirement.findings),
		paths: requirement.paths,
		verdict: verdict.verdict,
		reason: reasonJson(verdict, verdict.reason, now),
		notes: verdict.notes.map((note) => reasonJson(verdict, note, now)),
		by: verdict.by.map(accountJson$1),
		candidates: verdict.candidates
	};
}
function windowJson(verdict, now) {
	const { requirement } = verdict;
	return {
		kind: "window",
		max: lengthOf$1(requirement.max),
		openedBy: requirement.openers,
		for: rulesOf(requirement.findings),
		paths: requirement.paths,
		verdict: verdict.verdict,
		reason: reasonJson(verdict, verdict.reason, now),
		notes: verdict.notes.map((note) => reasonJson(verdict, note, now)),
		grant: verdict.grant ? grantJson(verdict.grant) : null
	};
}
function grantJson(grant) {
	return {
		label: grant.label,
		grantedBy: grant.grantedBy.login,
		grantedById: BigInt(grant.grantedBy.id),
		grantedAt: formatInstant(grant.grantedAt),
		notBefore: formatInstant(grant.notBefore),
		notAfter: formatInstant(grant.notAfter)
	};
}
function reasonJson(verdict, reason, now) {
	return {
		code: reason.code,
		text: reasonText(verdict, reason, now)
	};
}
function uncountedJson(approval) {
	const { by, review, commit, why } = approval;
	return {
		login: by?.login ?? null,
		id: by ? BigInt(by.id) : null,
		review: BigInt(review),
		commit,
		code: why.code,
		text: `${dismissalText(approval)}.`
	};
}
function accountJson$1({ login, id }) {
	return {
		login,
		id: BigInt(id)
	};
}
function rulesOf(findings) {
	return [...new Set(findings.map(({ rule }) => rule))];
}

// src/core/report/decision-json.ts
/** The `Decision` document of the contract: output of `check --format json` and of the Action, body of the record. */
function decisionJson(decision) {
	const { digests } = decision;
	return {
		apiVersion: "drawbridge.dev/v1alpha1",
		kind: "Decision",
		outcome: decision.outcome,
		summary: asSentence(plain$2(headline(decision))),
		decidedAt: formatInstant(decision.decidedAt),
		expiresAt: instantJson$1(decision.expiresAt),
		nextChangeAt: instantJson$1(decision.nextChangeAt),
		digests: {
			policy: digests.policy || null,
			facts: digests.facts,
			changes: digests.changes || null
		},
		policies: decision.policies,
		...changeMembers(decision.changes),
		findings: decision.findings.map(findingJson),
		requirements: decision.verdicts.map((verdict) => requirementJson(verdict, decision.decidedAt)),
		approvals: approvalsJson(decision.approvals),
		ask: decision.ask,
		obstacles: decision.obstacles.map(obstacleJson),
		issues: decision.issues.map(issueJson)
	};
}
/** What kept a decision from being made; the paths are those of a conflict. */
function obstacleJson(obstacle) {
	return {
		code: obstacle.code,
		paths: obstacle.code === "conflict" ? obstacle.paths : [],
		text: obstacle.code === "unreadable" ? obstacle.text : null
	};
}
function findingJson(finding) {
	const { rule, severity, effect, message, why, references, path, pointer, narrows, exception } = finding;
	return {
		rule,
		severity,
		effect,
		message,
		why,
		references,
		object: finding.object ? objectJson(finding.object) : null,
		environment: finding.environment,
		cluster: finding.cluster,
		path,
		line: finding.line === null ? null : BigInt(finding.line),
		pointer,
		narrows,
		exception: exception ? { ...exception } : null
	};
}
function instantJson$1(moment) {
	return moment === null ? null : formatInstant(moment);
}

// src/core/report/fit-sections.ts
/**
* Joins sections with blank lines as long as they fit into `limit` UTF-16 units. A section is taken whole or left out, with all
* after it, and the last line then says so.
*/
function fitSections(sections, limit, cutNote) {
	const parts = sections.filter((section) => section !== null && section !== "");
	let text = "";
	for (const [index, part] of parts.entries()) {
		const joint = text === "" ? "" : "\n\n";
		const rest = index < parts.length - 1 ? cutNote.length + 2 : 0;
		if (text.length + joint.length + part.length + rest > limit) return `${text}${joint}${cutNote}\n`;
		text += joint + part;
	}
	return `${text}\n`;
}

// src/core/model/json.ts
/** Whether a value is an object: neither a list nor null. */
function isJsonObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Whether a value is a list. */
function isJsonList(value) {
	return Array.isArray(value);
}
/** The text at a key, or undefined when there is none or it is no string. */
function textAt(object, key) {
	const value = object[key];
	return typeof value === "string" ? value : void 0;
}
/** An empty object without prototype, to be filled by whoever makes it. */
function emptyObject() {
	return Object.setPrototypeOf({}, null);
}
/** JSON text with integers exact, keys in the order they have, no white space unless `indent` is given. */
function stringifyJson(value, indent = 0) {
	return write(value, indent, "", false);
}
/** JSON text with sorted keys and no white space: equal values give equal text. */
function canonicalJson(value) {
	return write(value, 0, "", true);
}
function write(value, indent, margin, sorted) {
	if (typeof value === "bigint") return value.toString();
	if (isJsonList(value)) return bracket("[", value.map((item) => write(item, indent, margin + " ".repeat(indent), sorted)), "]", indent, margin);
	if (isJsonObject(value)) {
		const keys = sorted ? Object.keys(value).toSorted() : Object.keys(value);
		const colon = indent > 0 ? ": " : ":";
		return bracket("{", keys.map((key) => JSON.stringify(key) + colon + write(value[key] ?? null, indent, margin + " ".repeat(indent), sorted)), "}", indent, margin);
	}
	return JSON.stringify(value);
}
function bracket(open, parts, close, indent, margin) {
	if (parts.length === 0) return open + close;
	if (indent === 0) return open + parts.join(",") + close;
	const inner = `\n${margin}${" ".repeat(indent)}`;
	return `${open}${inner}${parts.join(`,${inner}`)}\n${margin}${close}`;
}

// src/core/model/object-ref.ts
/** `apps/Deployment`, or `core/Service` for the legacy group: how rules name kinds. */
function groupKind(ref) {
	return `${ref.group === "" ? "core" : ref.group}/${ref.kind}`;
}
/** How people name an object: `Deployment shop/web`, `ClusterRole admin`. */
function objectTitle(ref) {
	return `${ref.kind} ${ref.namespace === null ? "" : `${ref.namespace}/`}${ref.name}`;
}

// src/core/model/json-pointer.ts
/** Extends a pointer by one key or index, with `~` and `/` escaped. */
function pointerTo(parent, key) {
	return `${parent}/${typeof key === "number" || !/[~/]/.test(key) ? String(key) : key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
/** The keys and indexes of a pointer, unescaped. */
function pointerKeys(pointer) {
	if (pointer === "") return [];
	const keys = pointer.slice(1).split("/");
	return pointer.includes("~") ? keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~")) : keys;
}
/** The value at a pointer, or undefined when the pointer leads nowhere. */
function valueAt(root, pointer) {
	let value = root;
	for (const key of pointerKeys(pointer)) if (isJsonList(value)) value = /^(?:0|[1-9]\d*)$/.test(key) ? value[Number(key)] : void 0;
	else if (isJsonObject(value)) value = Object.hasOwn(value, key) ? value[key] : void 0;
	else return void 0;
	return value;
}

// src/core/model/routes-of-change.ts
/**
* What happens to the public ways in that an object opens, and to those of others that pass through it: a Gateway that
* loses TLS answers for the routes that hang on it. Where both change, both answer; which of them it was is not asked.
*/
function routesOfChange(change, routes) {
	const isMine = (route) => route.environment === change.environment && objectsOf(route).some((object) => isSame$2(object, change.ref));
	const { added, removed, changed } = namedIn(routes).get(nameOf$6(change.ref)) ?? NONE;
	return {
		added: added.filter(isMine),
		removed: removed.filter(isMine),
		changed: changed.filter((pair) => isMine(pair.old) || isMine(pair.new))
	};
}
const NONE = {
	added: [],
	removed: [],
	changed: []
};
/** Gathered once for all changes: to look through all routes for each of them takes too long when both are many. */
const gathered = /* @__PURE__ */ new WeakMap();
function namedIn(routes) {
	const known = gathered.get(routes);
	if (known) return known;
	const names = /* @__PURE__ */ new Map();
	const into = (name) => {
		const group = names.get(name) ?? {
			added: [],
			removed: [],
			changed: []
		};
		names.set(name, group);
		return group;
	};
	for (const route of routes.added) for (const name of namesOf$2(route)) into(name).added.push(route);
	for (const route of routes.removed) for (const name of namesOf$2(route)) into(name).removed.push(route);
	for (const pair of routes.changed) for (const name of /* @__PURE__ */ new Set([...namesOf$2(pair.old), ...namesOf$2(pair.new)])) into(name).changed.push(pair);
	gathered.set(routes, names);
	return names;
}
function namesOf$2(route) {
	return new Set(objectsOf(route).map(nameOf$6));
}
function nameOf$6({ kind, name }) {
	return `${kind}/${name}`;
}
function objectsOf(route) {
	return [route.object, ...route.via];
}
function isSame$2(a, b) {
	return isSameGroup(a.group, b.group) && a.kind === b.kind && a.namespace === b.namespace && a.name === b.name;
}
/** The retired group `extensions` had the same objects as the groups that took its kinds over. */
function isSameGroup(a, b) {
	return a === b || a === "extensions" || b === "extensions";
}

// src/core/report/change-headline.ts
/** Says a change as `scale`, `Deployment shop/web`, `from 3 to 0`, `production, prod-eu`. */
function changeHeadline(change, all) {
	const detail = detailOf(change, all);
	return {
		verbs: change.verbs.join(", "),
		object: objectTitle(change.ref),
		detail: detail ?? wholeObject(change),
		plain: detail === null,
		where: [change.environment, change.cluster].filter((part) => part !== null).join(", ") || change.source.path
	};
}
function detailOf(change, all) {
	const parts = [...routeDetails(change, all), ...fieldDetails(change)];
	if (parts.length === 0) return null;
	const shown = parts.slice(0, 2).join("; ");
	return parts.length > 2 ? `${shown}; and ${String(parts.length - 2)} more` : shown;
}
function wholeObject(change) {
	if (change.operation === "CREATE") return "is created";
	if (change.operation === "DELETE") return "is deleted";
	return count(change.fields.length, "field") + (change.fields.length === 1 ? " changes" : " change");
}
function routeDetails(change, all) {
	const { added, changed, removed } = routesOfChange(change, all.routes);
	return [
		...added.map((route) => `opens ${routeTitle(route)} to ${route.backend}: ${guardsOf$5(route)}`),
		...changed.map(({ old, new: now }) => routeChange(old, now)),
		...removed.map((route) => `closes ${routeTitle(route)}`)
	];
}
/** `https://shop.example.com/admin`, `http://*` for every host; conditions follow in brackets. */
function routeTitle(route) {
	const conditions = route.conditions === null ? "" : ` (${route.conditions})`;
	return `${route.tls ? "https" : "http"}://${route.host}${route.path}${conditions}`;
}
/** What stands between the internet and the backend; what is missing is said. */
function guardsOf$5(route) {
	return [
		route.tls ? "TLS" : "no TLS",
		route.auth ?? "no sign-in",
		route.sources === null ? "from anywhere" : `from ${route.sources.join(", ")}`
	].join(", ");
}
function routeChange(old, now) {
	const parts = [];
	if (old.tls !== now.tls) parts.push(now.tls ? "gains TLS" : "loses TLS");
	if (old.backend !== now.backend) parts.push(`goes to ${now.backend} instead of ${old.backend}`);
	if (old.auth !== now.auth) parts.push(now.auth === null ? "loses its sign-in" : `signs in by ${now.auth}`);
	if (sourcesOf$1(old) !== sourcesOf$1(now)) parts.push(`is reached from ${sourcesOf$1(now)} instead of ${sourcesOf$1(old)}`);
	parts.push(...wayInChange(old, now));
	return `${routeTitle(now)} ${parts.join(", ") || "is reached in another way"}`;
}
function wayInChange(old, now) {
	if (old.class !== now.class) return [`moves to class ${now.class ?? "none"} from ${old.class ?? "none"}`];
	return viaOf$1(old) === viaOf$1(now) ? [] : [`comes through ${viaOf$1(now)} instead of ${viaOf$1(old)}`];
}
function sourcesOf$1(route) {
	return route.sources === null ? "anywhere" : route.sources.join(", ");
}
function viaOf$1(route) {
	return route.via.map(objectTitle).join(", ") || "nothing that is known";
}
function fieldDetails(change) {
	const ignored = /^\/spec\/(?:rules|tls|ingressClassName|defaultBackend)\b/;
	const isRouted = change.ref.kind === "Ingress";
	return change.fields.filter((field) => !(isRouted && ignored.test(field.path))).map((field) => fieldDetail(change.object ?? change.oldObject, field));
}
/** One field in words: `replicas from 3 to 0`. Entries of lists are named as `object` names them. */
function fieldDetail(object, field) {
	if (field.path === "/spec/replicas") return `from ${said$1(field.old, "1")} to ${said$1(field.new, "1")} replicas`;
	const name = fieldName$1(object, field.path);
	const tags = tagsOf(field);
	if (tags) return `${name} from ${tags.old} to ${tags.new}`;
	if (field.redacted) return `${name} ${field.op === "remove" ? "is removed" : "gets another value"}`;
	if (field.op === "add") return `${name} becomes ${said$1(field.new)}`;
	if (field.op === "remove") return `${name} is removed (was ${said$1(field.old)})`;
	return `${name} from ${said$1(field.old)} to ${said$1(field.new)}`;
}
/** The tags of an image that only changes its tag. */
function tagsOf(field) {
	if (!field.path.endsWith("/image") || typeof field.old !== "string" || typeof field.new !== "string") return null;
	const [old, now] = [imageParts(field.old), imageParts(field.new)];
	return old && now && old.repository === now.repository ? {
		old: old.tag,
		new: now.tag
	} : null;
}
function imageParts(image) {
	const parts = /^(?<repository>[^@]+?):(?<tag>[^/:@]+)$/.exec(image)?.groups;
	return parts?.["repository"] !== void 0 && parts["tag"] !== void 0 ? {
		repository: parts["repository"],
		tag: parts["tag"]
	} : null;
}
/** The last telling keys of a pointer, list entries by their name. */
function fieldName$1(object, pointer) {
	let value = object;
	const names = [];
	for (const key of pointerKeys(pointer)) {
		value = childOf$2(value, key);
		names.push(/^\d+$/.test(key) ? nameOf$5(value) ?? key : key);
	}
	return names.slice(-2).join(".");
}
function childOf$2(value, key) {
	if (isJsonList(value)) return value[Number(key)];
	return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}
function nameOf$5(value) {
	const name = childOf$2(value, "name") ?? childOf$2(value, "host");
	return typeof name === "string" ? name : void 0;
}
function said$1(value, absent = "absent") {
	if (value === void 0 || value === null) return absent;
	return shorten(typeof value === "string" ? value || "\"\"" : stringifyJson(value), 60);
}

// src/core/report/file-headlines.ts
/** The files that decide what is built, as far as no change says the same. */
function fileHeadlines({ files }) {
	return files.filter((file) => file.role !== null && !file.rewritten && !isShownAsObject(file)).map((file) => ({
		verb: VERBS$1[file.operation],
		path: file.path,
		detail: settingDetails(file).join("; ") || WHOLE[file.operation]
	}));
}
const WHOLE = {
	CREATE: "is new",
	UPDATE: "changes",
	DELETE: "is gone"
};
const VERBS$1 = {
	CREATE: "create",
	UPDATE: "edit",
	DELETE: "delete"
};
/** A kustomization stands among the changes of objects. */
function isShownAsObject({ role }) {
	return role === "kustomization";
}
const MOST$1 = 2;
/** The first settings in which a file differs, in words. */
function settingDetails(file) {
	if (isShownAsObject(file)) return [];
	const shown = file.fields.slice(0, MOST$1).map((field) => fieldDetail(null, field));
	const more = file.fields.length - shown.length;
	return more > 0 ? [...shown, `and ${String(more)} more`] : shown;
}

// src/core/report/markdown-details.ts
const ENTRIES = 100;
/** The folded parts of a report, in order of importance. */
function detailSections(decision) {
	return [
		routesSection(decision),
		issuesSection(decision),
		rulesSection(decision),
		fieldsSection(decision),
		evidenceSection(decision)
	];
}
function routesSection(decision) {
	const { added, changed, removed } = decision.changes.routes;
	const lines = [
		...added.map((route) => `- opened: ${routeLine(route)}`),
		...changed.map(({ old, new: now }) => `- changed: ${routeLine(now)}; before: ${markdown(`${old.backend}, ${guardsOf$5(old)}`)}`),
		...removed.map((route) => `- closed: ${routeLine(route)}`)
	];
	return folded(`Routes: ${[
		`${String(added.length)} opened`,
		`${String(changed.length)} changed`,
		`${String(removed.length)} closed`
	].join(", ")}`, lines);
}
function routeLine(route) {
	const place = route.environment === null ? "" : `, ${markdown(route.environment)}`;
	return `${code(routeTitle(route))} to ${code(route.backend)} (${markdown(guardsOf$5(route))}${place})`;
}
function issuesSection(decision) {
	return folded(`Mistakes: ${count(decision.issues.length, "place")}`, decision.issues.map(({ path, line, column, text }) => `- ${code(`${path}:${String(line)}:${String(column)}`)} ${markdown(text)}`));
}
function rulesSection(decision) {
	const rules = new Map(decision.findings.map((finding) => [finding.rule, finding]));
	const lines = [...rules.values()].map(({ rule, severity, why, references }) => {
		const links = references.filter((reference) => /^https:\/\/[^\s<>()]+$/.test(reference)).map((link) => ` <${link}>`);
		return `- ${code(rule)} (${severity}): ${markdown(why)}${links.join("")}`;
	});
	const waived = decision.findings.flatMap(({ rule, path, exception }) => exception ? [`- excepted: ${code(rule)} in ${code(path)} until ${code(exception.until)}, by ${markdown(exception.owner)}: ${markdown(exception.reason)}`] : []);
	return folded(`Rules: why ${rules.size === 1 ? "this is" : "these are"} risky`, [...lines, ...waived]);
}
function fieldsSection(decision) {
	const fields = decision.changes.changes.flatMap((change) => change.fields.map((field) => fieldLine(change.source.path, objectTitle(change.ref), field)));
	for (const file of decision.changes.files) if (!isShownAsObject(file)) fields.push(...file.fields.map((field) => fieldLine(file.path, "", field)));
	return folded(`Fields: ${String(fields.length)}`, fields);
}
function fieldLine(path, title, field) {
	const place = `${path}${field.line === null ? "" : `:${String(field.line)}`}`;
	return `- ${code(place)} ${markdown(`${title} `.trimStart())}${code(field.path)}: ${valuesText(field)}`;
}
function valuesText(field) {
	if (field.redacted) return REDACTED[field.op];
	return field.lines ? linesText(field.lines) : `${value(field.old)} to ${value(field.new)}`;
}
/** What is known of a secret value: whether there was one, and whether there is one. */
const REDACTED = {
	add: "absent to `*** (after)`, a secret value",
	remove: "`*** (before)`, a secret value, to absent",
	replace: "`*** (before)` to `*** (after)`, a secret value"
};
const LINES = 12;
/** The lines of a text that differ, as people know them from a diff. */
function linesText(lines) {
	const shown = lines.slice(0, LINES).map(({ op, line, text }) => `  - ${code(`${op === "add" ? "+" : "-"}${String(line)} ${shorten(text, 120)}`)}`);
	const more = lines.length > LINES ? [`  - and ${String(lines.length - LINES)} more`] : [];
	return [
		`${count(lines.length, "line")} of the text`,
		...shown,
		...more
	].join("\n");
}
function value(json) {
	return json === void 0 ? "absent" : code(shorten(stringifyJson(json), 120));
}
function evidenceSection(decision) {
	const { digests, changes } = decision;
	return folded("Evidence", [
		`- decided at ${formatInstant(decision.decidedAt)} by ${listOf$1(decision.policies.map(code)) || "no policy"}`,
		`- read ${count(changes.analysed.files, "file")}: ${count(changes.analysed.objects, "object")}, ${String(changes.analysed.notManifests)} not manifests, ${String(changes.analysed.unreadable)} unreadable`,
		`- the same in meaning: ${String(changes.unchanged.moved)} moved, ${String(changes.unchanged.reformatted)} reformatted`,
		...Object.entries(digests).map(([name, digest]) => `- ${name} ${code(digest || "none")}`)
	]);
}
function folded(title, lines) {
	if (lines.length === 0) return null;
	const shown = lines.slice(0, ENTRIES);
	const more = lines.length > ENTRIES ? [`- and ${String(lines.length - ENTRIES)} more`] : [];
	return `<details><summary>${title}</summary>\n\n${[...shown, ...more].join("\n")}\n\n</details>`;
}

// src/core/report/join-needs.ts
/**
* The verdicts as people read them: those that ask the same people for the same and got the same answer are one, for all their
* findings. Requirements that do not apply are left out.
*/
function joinNeeds(verdicts) {
	const joined = /* @__PURE__ */ new Map();
	for (const verdict of verdicts) {
		if (verdict.verdict === "not-applicable") continue;
		const key = readingOf(verdict);
		const first = joined.get(key);
		joined.set(key, first ? join$1(first, verdict) : verdict);
	}
	return [...joined.values()];
}
function readingOf(verdict) {
	const { requirement } = verdict;
	const asked = requirement.kind === "approval" ? [
		"approval",
		requirement.count,
		requirement.strict,
		...requirement.from
	] : [
		"window",
		requirement.max,
		...requirement.openers
	];
	const answer = verdict.kind === "approval" ? verdict.by.map(({ id }) => id) : [verdict.grant?.label ?? null];
	return JSON.stringify([
		asked,
		verdict.verdict,
		verdict.reason,
		verdict.notes,
		answer
	]);
}
function join$1(first, next) {
	const findings = [.../* @__PURE__ */ new Set([...first.requirement.findings, ...next.requirement.findings])];
	const paths = [.../* @__PURE__ */ new Set([...first.requirement.paths, ...next.requirement.paths])];
	return first.kind === "approval" ? {
		...first,
		requirement: {
			...first.requirement,
			findings,
			paths
		}
	} : {
		...first,
		requirement: {
			...first.requirement,
			findings,
			paths
		}
	};
}

// src/core/report/markdown-tables.ts
/** How many rows a table shows before the rest is only counted. */
const TABLE_ROWS = 10;
/** More requirements than this are counted only. */
const NEEDS_ROWS = 20;
/** What would change, the worst ten, with a count of the rest by risk. */
function changesTable(rows) {
	if (rows.length === 0) return null;
	const lines = rows.slice(0, 10).map((row) => {
		const what = `${markdown(row.object)} ${markdown(shorten(row.detail, 300))}`;
		return `| ${row.verbs} | ${what} | ${markdown(row.where)} | ${row.severity ?? "-"} |`;
	});
	const rest = rows.slice(10);
	const more = rest.length > 0 ? `\n\nAnd ${count(rest.length, "more change")}${restByRule(rest)}.` : "";
	return [
		"| | would change | where | risk |",
		"|---|---|---|---|",
		...lines
	].join("\n") + more;
}
function restByRule(rows) {
	const counts = /* @__PURE__ */ new Map();
	for (const { findings } of rows) for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
	const rules = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
	const harmless = rows.filter(({ findings }) => findings.length === 0).length;
	const others = harmless > 0 ? `; ${String(harmless)} without a finding` : "";
	return rules.length === 0 ? ", nothing risky in them" : `: ${listOf$1(rules.map(([rule, times]) => `${String(times)} of ${code(rule)}`), "and", 5)}${others}`;
}
/** What is needed, for what, and what has been given. */
function needsTable(decision) {
	const asked = joinNeeds(decision.verdicts);
	if (asked.length === 0) return null;
	const lines = asked.slice(0, NEEDS_ROWS).map((verdict) => `| ${needText$1(verdict)} | ${purposeText(verdict.requirement.findings)} | ${givenText(verdict, decision)} |`);
	const rest = asked.length - lines.length;
	const more = rest > 0 ? `\n\nAnd ${count(rest, "more requirement")}.` : "";
	return [
		"| needs | for | given |",
		"|---|---|---|",
		...lines
	].join("\n") + more;
}
function needText$1(verdict) {
	const { requirement } = verdict;
	if (requirement.kind === "window") return `a window of at most ${lengthOf$1(requirement.max)}, opened by ${ownersText$1(requirement)}`;
	if (requirement.from.length === 0) return "an owner";
	const strict = requirement.strict ? ", on the present head" : "";
	return `${String(requirement.count)} of ${ownersText$1(requirement)}${strict}`;
}
function purposeText(findings) {
	const subjects = [...new Set(findings.map(({ object, path }) => object ? objectTitle(object) : path))];
	const rules = [...new Set(findings.map(({ rule }) => rule))];
	return `${markdown(listOf$1(subjects, "and", 2))} (${listOf$1(rules.map(code), "and", 3)})`;
}
function givenText(verdict, decision) {
	const now = decision.decidedAt;
	if (verdict.kind === "window") {
		if (verdict.reason.code === "window-missing") return "not open";
		return (verdict.grant && verdict.verdict === "met" ? `@${verdict.grant.grantedBy.login}, until ${timeOf(verdict.grant.notAfter, now)}` : null) ?? markdown(reasonText(verdict, verdict.reason, now));
	}
	const people = listOf$1(verdict.by.map(({ login }) => `@${login}`));
	if (verdict.verdict === "met") return people;
	if (verdict.reason.code === "approvals-missing") return people || "-";
	return markdown(reasonText(verdict, verdict.reason, now));
}
/** Approvals that do not count, each with its reason; null when all count. */
function notCountedText(decision) {
	const { notCounted } = decision.approvals;
	if (notCounted.length === 0) return null;
	return `**Not counted:** ${notCounted.map((approval) => markdown(dismissalText(approval))).join("; ")}.`;
}

// src/core/model/finding.ts
/** A text that is equal exactly when the subjects are. */
function subjectKey(subject) {
	return subject.kind === "object" ? `object:${subject.identity}` : `file:${subject.path}`;
}

// src/core/model/severity.ts
/** How bad a change can be, from the least. */
const SEVERITIES = [
	"low",
	"medium",
	"high",
	"critical"
];
/** Negative when `a` is less severe than `b`. */
function compareSeverity(a, b) {
	return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}
/** The lesser of the two. */
function capSeverity(severity, cap) {
	return compareSeverity(severity, cap) > 0 ? cap : severity;
}

// src/core/report/report-rows.ts
/** What would change, worst first, then by place. Files appear when something is risky about them. */
function reportRows(decision) {
	const findings = bySubject(decision.findings);
	const objects = decision.changes.changes.map((change) => objectRow(change, decision, findings.get(subjectKey({
		kind: "object",
		identity: change.identity
	})) ?? []));
	const files = [...findings.values()].filter(([first]) => first?.subject.kind === "file").map((group) => fileRow(group, decision));
	return [...objects, ...files].toSorted(byRisk);
}
function objectRow(change, decision, findings) {
	const { verbs, object, where, ...headline } = changeHeadline(change, decision.changes);
	const [first] = findings;
	const detail = headline.plain && first ? withoutName$1(first.message, object) : headline.detail;
	const { path, line } = change.source;
	return {
		verbs,
		object,
		detail,
		where,
		path,
		line: findings[0]?.line ?? line,
		severity: worst(findings),
		findings
	};
}
function fileRow(findings, decision) {
	const path = findings[0]?.path ?? "";
	const file = decision.changes.files.find((candidate) => candidate.path === path);
	return {
		verbs: {
			CREATE: "create",
			UPDATE: "edit",
			DELETE: "delete"
		}[file?.operation ?? "UPDATE"],
		object: path,
		detail: [...[...new Set(findings.map(({ message }) => withoutName$1(message, path)))], ...file ? settingDetails(file) : []].join("; "),
		where: "this repository",
		path,
		line: findings[0]?.line ?? 1,
		severity: worst(findings),
		findings
	};
}
/** The message without the name it begins with, where that name stands before it anyway. */
function withoutName$1(message, name) {
	return message.startsWith(`${name} `) || message.startsWith(`${name}:`) ? message.slice(name.length + 1).trimStart() : message;
}
function bySubject(findings) {
	const groups = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const key = subjectKey(finding.subject);
		const group = groups.get(key);
		if (group) group.push(finding);
		else groups.set(key, [finding]);
	}
	return groups;
}
function worst(findings) {
	return findings.map(({ severity }) => severity).toSorted(compareSeverity).at(-1) ?? null;
}
function byRisk(a, b) {
	if (a.severity !== b.severity) {
		if (a.severity === null) return 1;
		if (b.severity === null) return -1;
		return compareSeverity(b.severity, a.severity);
	}
	if (a.path !== b.path) return a.path < b.path ? -1 : 1;
	return a.line - b.line;
}

// src/core/report/markdown-report.ts
/** GitHub's limit for a job summary is 1 MiB of UTF-8; this many UTF-16 units stay below it whatever they are. */
const SUMMARY_LIMIT = 34e4;
/** The report as `check --format markdown` prints it. */
function renderMarkdown(decision) {
	return renderSummary(decision);
}
/** The job summary: the whole report, within GitHub's limit. */
function renderSummary(decision) {
	return fitSections(sections(decision), SUMMARY_LIMIT, "More is left out here: it would be longer than a job summary may be. The decision file has all.");
}
function sections(decision) {
	return [
		heading(decision),
		changesTable(reportRows(decision)),
		needsTable(decision),
		notCountedText(decision),
		...detailSections(decision)
	];
}
function heading(decision) {
	const title = `### ${markdownOwners(titleOf$2(decision))}`;
	const next = nextLine(decision);
	return next === null ? title : `${title}\n**${decision.pullRequest === null ? "Needed" : "Next"}:** ${markdownOwners(next)}.`;
}
function titleOf$2(decision) {
	return decision.outcome === "hold" && decision.obstacles.length === 0 ? nextStep$1(decision).heading : headline(decision);
}
function nextLine(decision) {
	const [obstacle] = decision.obstacles;
	if (obstacle?.code === "conflict") return "resolve the conflict; there is no merge result to look at until then";
	if (obstacle?.code === "policy-invalid") return "correct the policy on the base branch; until then nothing can be approved";
	if (obstacle) return "run again once this is mended";
	if (decision.outcome === "hold") return nextStep$1(decision).action;
	if (decision.outcome === "deny") return "take the denied change out; no approval lifts it";
	if (decision.expiresAt !== null) return `merge before ${timeOf(decision.expiresAt, decision.decidedAt)}; after that the merge is blocked again`;
	return null;
}
/** Made harmless, but owners and people are named as GitHub links them, and labels as code. */
function markdownOwners(text) {
	return markdown(text).replace(/@\u200B/g, "@").replace(/\bdeploy-window\/[\w:+.-]+/g, (label) => `\`${label}\``);
}

// src/core/report/terminal.ts
/** The decision for people at a terminal: outcome and next step, changes worst first, needs, what does not count. */
function renderText(decision, style) {
	const rows = reportRows(decision);
	return blocks([
		[paint(outcomeColor(decision), titleOf$1(decision), style), ...nextLines(decision)],
		rows.flatMap((row) => rowLines(row, style)),
		needLines(decision, style),
		decision.approvals.notCounted.map((approval) => `not counted: ${plain$2(dismissalText(approval))}`),
		issueLines(decision.issues.filter((issue) => !isSaid(issue, rows))),
		[closingLine(decision)]
	]);
}
/** The changes alone, without policy: what `diff` prints. */
function renderChangesText(changes, style) {
	const lines = changes.changes.map((change) => {
		const { verbs, object, detail, where } = changeHeadline(change, changes);
		return `${verbs}  ${plain$2(object)} ${plain$2(detail)}  (${plain$2(where)})\n    ${plain$2(change.source.path)}:${String(change.source.line)}`;
	});
	const { added, changed, removed } = changes.routes;
	const routes = [
		...added.map((route) => `+ ${plain$2(routeTitle(route))} -> ${plain$2(route.backend)}  ${plain$2(guardsOf$5(route))}`),
		...changed.map(({ new: now }) => `~ ${plain$2(routeTitle(now))} -> ${plain$2(now.backend)}  ${plain$2(guardsOf$5(now))}`),
		...removed.map((route) => `- ${plain$2(routeTitle(route))} -> ${plain$2(route.backend)}`)
	];
	const files = fileHeadlines(changes).map(({ verb, path, detail }) => plain$2(`${verb}  ${path} ${detail}`));
	const same = changes.unchanged.moved + changes.unchanged.reformatted;
	const summary = `${count(changes.changes.length, "object")} changed, ${count(same, "object")} only moved or reformatted, in ${count(changes.analysed.files, "file")}.`;
	return blocks([
		lines,
		files.length > 0 ? [paint("bold", "Files that decide what is built", style), ...files] : [],
		routes.length > 0 ? [paint("bold", "Routes", style), ...routes] : [],
		issueLines(changes.issues),
		[summary]
	]);
}
/** Mistakes as `path:line:column: sentence`, one a line. */
function issueLines(issues) {
	return issues.map(({ path, line, column, text, suggestion }) => {
		const hint = suggestion === void 0 || text.includes(suggestion) ? "" : ` (${suggestion})`;
		return plain$2(`${path}:${String(line)}:${String(column)}: ${text}${hint}`);
	});
}
/** Whether a row says this mistake already. */
function isSaid({ path, text }, rows) {
	return rows.some((row) => row.path === path && row.detail.includes(text));
}
function titleOf$1(decision) {
	return plain$2(decision.outcome === "hold" && decision.obstacles.length === 0 ? nextStep$1(decision).heading : headline(decision));
}
function nextLines(decision) {
	if (decision.outcome === "hold" && decision.obstacles.length === 0) {
		const word = decision.pullRequest === null ? "Needed" : "Next";
		return [plain$2(`${word}: ${nextStep$1(decision).action}.`)];
	}
	return decision.expiresAt === null ? [] : [`Merge before ${timeOf(decision.expiresAt, decision.decidedAt)}; after that the merge is blocked again.`];
}
function rowLines(row, style) {
	const risk = row.severity === null ? "no risk" : row.severity;
	return [
		`${paint(row.severity ?? "plain", risk.padEnd(8), style)}  ${row.verbs}  ${plain$2(row.object)} ${plain$2(row.detail)}`,
		`          ${plain$2(row.path)}:${String(row.line)}  ${plain$2(row.where === row.path ? "" : row.where)}`.trimEnd(),
		...row.findings.map((finding) => {
			const waived = finding.exception ? ` (excepted until ${finding.exception.until})` : "";
			const message = finding.message.endsWith(row.detail) ? "" : `: ${finding.message}`;
			return `          ${plain$2(finding.rule + message + waived)}`;
		})
	];
}
function needLines(decision, style) {
	const verdicts = joinNeeds(decision.verdicts);
	const needs = verdicts.map((verdict) => needText(verdict));
	const width = Math.min(60, Math.max(...needs.map(({ length }) => length)));
	return verdicts.map((verdict, index) => {
		const need = plain$2(needs[index] ?? "").padEnd(width);
		return `${paint(verdict.verdict === "met" ? "met" : "bold", verdict.verdict.padEnd(8), style)}  ${need}  ${plain$2(answerText$1(verdict, decision))}`;
	});
}
function needText({ requirement }) {
	if (requirement.kind === "window") return `a window of at most ${lengthOf$1(requirement.max)} by ${ownersText$1(requirement)}`;
	return requirement.from.length === 0 ? "an owner" : `${String(requirement.count)} of ${ownersText$1(requirement)}`;
}
function answerText$1(verdict, decision) {
	return [verdict.reason, ...verdict.notes].map((reason) => reasonText(verdict, reason, decision.decidedAt)).join(" ");
}
function closingLine(decision) {
	const policies = listOf$1(decision.policies.map(plain$2));
	return `${decision.outcome}: ${asSentence(plain$2(headline(decision)))}${policies === "" ? "" : ` Decided by ${policies}.`}`;
}
const CODES = {
	low: "36",
	medium: "33",
	high: "31",
	critical: "1;31",
	met: "32",
	bold: "1",
	plain: "0",
	hold: "1;33"
};
function outcomeColor(decision) {
	if (decision.outcome === "allow") return "met";
	return decision.outcome === "hold" ? "hold" : "critical";
}
function paint(color, text, style) {
	return style.color ? `\u001B[${CODES[color]}m${text}\u001B[0m` : text;
}
function blocks(parts) {
	return `${parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

// src/core/approvals/match-wildcards.ts
/**
* Whether a row of pattern items matches a row of `length` subjects. An item for which `isStar` holds stands for any
* number of subjects, also none; every other item for exactly one that it `accepts`. An `open` pattern may leave
* subjects over at the end.
*
* Each item meets each subject at most once, so the work is at most the product of the two lengths, whatever the
* pattern says: only the last star is ever tried again.
*/
function matchWildcards(items, length, isStar, accepts, open) {
	let next = 0;
	let at = 0;
	let retry;
	for (;;) {
		const item = items[next];
		if (item !== void 0 && isStar(item)) {
			next += 1;
			retry = {
				next,
				at
			};
		} else if (item === void 0 && (open || at === length)) return true;
		else if (item !== void 0 && at < length && accepts(item, at)) {
			next += 1;
			at += 1;
		} else if (retry !== void 0 && retry.at < length) {
			retry.at += 1;
			next = retry.next;
			at = retry.at;
		} else return false;
	}
}

// src/core/approvals/match-pattern.ts
const DEPTH$1 = { kind: "depth" };
const ONE = {
	kind: "name",
	glyphs: [{ kind: "star" }]
};
/**
* Reads a CODEOWNERS pattern as GitHub does: not a gitignore pattern, and never a regular expression. Null when it
* can match nothing, as `/` alone.
*/
function compilePattern$1(pattern) {
	const parts = pattern.split("/");
	const anchored = parts[0] === "";
	if (anchored) parts.shift();
	const directory = parts.length > 1 && parts.at(-1) === "";
	if (directory) parts.pop();
	if (parts.length === 0 || parts.includes("")) return null;
	const segments = parts.map(compileSegment);
	if (!anchored && parts.length === 1) segments.unshift(DEPTH$1);
	if (directory || parts.at(-1) === "**") return {
		segments: [
			...segments,
			DEPTH$1,
			ONE
		],
		open: false
	};
	return {
		segments,
		open: parts.at(-1) !== "*"
	};
}
/** Splits a path that is written with `/` and without a leading one. */
function splitPath(path) {
	return path.split("/").map((name) => Array.from(name));
}
/** Whether a pattern matches a path. Linear in the path's length. */
function matchesPattern(pattern, names) {
	return matchWildcards(pattern.segments, names.length, (segment) => segment.kind === "depth", (segment, at) => segment.kind === "name" && matchesName(segment.glyphs, names[at] ?? []), pattern.open);
}
function compileSegment(text) {
	if (text === "**") return DEPTH$1;
	const glyphs = [];
	let literal = false;
	for (const char of text) {
		if (literal) glyphs.push({
			kind: "char",
			char
		});
		else if (char === "*") glyphs.push({ kind: "star" });
		else if (char === "?") glyphs.push({ kind: "any" });
		else if (char !== "\\") glyphs.push({
			kind: "char",
			char
		});
		literal = !literal && char === "\\";
	}
	return {
		kind: "name",
		glyphs
	};
}
function matchesName(glyphs, chars) {
	return matchWildcards(glyphs, chars.length, (glyph) => glyph.kind === "star", (glyph, at) => glyph.kind === "any" || glyph.kind === "char" && glyph.char === chars[at], false);
}

// src/core/approvals/codeowners-line.ts
const USER = /^@[A-Za-z0-9][A-Za-z0-9_-]*$/;
const TEAM = /^@[A-Za-z0-9][A-Za-z0-9_-]*\/[A-Za-z0-9_-]+$/;
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;
/** Reads one line of CODEOWNERS; null when it is empty or a comment. */
function parseCodeownersLine(text) {
	const { tokens, comment } = splitTokens(text);
	const [first, ...owners] = tokens;
	if (first === void 0) return null;
	const wrong = [...wrongPattern(first), ...owners.flatMap(wrongOwner)];
	const compiled = compilePattern$1(wrong.length === 0 ? first.text : likelyPattern(first.text));
	const invalid = wrong.length > 0;
	return {
		pattern: first.text,
		compiled,
		owners: invalid ? [] : owners.map((owner) => owner.text),
		invalid,
		problems: [
			...wrong,
			...invalid ? [] : oddPattern(first, compiled),
			...inlineComment(comment)
		]
	};
}
function splitTokens(line) {
	const tokens = [];
	let at = 0;
	while (at < line.length) {
		if (isBlank(line.charAt(at))) {
			at += 1;
			continue;
		}
		if (line.charAt(at) === "#") return {
			tokens,
			comment: tokens.length > 0 ? at + 1 : null
		};
		const start = at;
		while (at < line.length && !isBlank(line.charAt(at))) at += line.charAt(at) === "\\" ? 2 : 1;
		tokens.push({
			text: line.slice(start, at),
			column: start + 1
		});
	}
	return {
		tokens,
		comment: null
	};
}
function isBlank(char) {
	return char === " " || char === "	";
}
function wrongPattern({ text, column }) {
	const problem = (code, why) => [{
		code,
		severity: "high",
		column,
		text: `GitHub skips this line: ${why}`
	}];
	if (text.startsWith("!")) return problem("codeowners.negation", "CODEOWNERS has no \"!\". Give the path a line without owners instead.");
	if (text.startsWith("\\#")) return problem("codeowners.escaped-hash", "a leading \"#\" cannot be escaped. Match the name with \"?\" instead.");
	if (text.startsWith("﻿")) return problem("codeowners.byte-order-mark", "it starts with a byte order mark. Save the file without it.");
	if (text.includes("***")) return problem("codeowners.stars", "three stars in a row have no meaning. Write \"**\" for any depth.");
	if (/(?:^|[^\\])(?:\\\\)*\\$/.test(text)) return problem("codeowners.backslash", "its pattern ends in a backslash that escapes nothing. Remove it.");
	return [];
}
function wrongOwner({ text, column }) {
	if (USER.test(text) || TEAM.test(text) || EMAIL.test(text)) return [];
	const suggestion = `@${text}`;
	return [{
		code: "codeowners.owner",
		severity: "high",
		column,
		text: `GitHub skips this line: ${JSON.stringify(text)} is no owner. An owner is @user, @org/team (no dots in the team) or an e-mail address.`,
		...USER.test(suggestion) || TEAM.test(suggestion) ? { suggestion } : {}
	}];
}
function likelyPattern(text) {
	return text.replace(/^(?:!|\\(?=#)|\uFEFF)/, "").replaceAll(/\*{3,}/g, "**").replace(/\\$/, "");
}
function oddPattern({ text, column }, compiled) {
	if (compiled === null) return [{
		code: "codeowners.matches-nothing",
		severity: "medium",
		column,
		text: `The pattern ${JSON.stringify(text)} matches no path. Write "*" for every file.`
	}];
	const bracket = /(?:^|[^\\])\[/.exec(text);
	if (bracket === null) return [];
	return [{
		code: "codeowners.bracket",
		severity: "low",
		column: column + text.indexOf("[", bracket.index),
		text: `"[" is an ordinary character in CODEOWNERS: ${JSON.stringify(text)} is no range. Write one line per name.`
	}];
}
function inlineComment(column) {
	if (column === null) return [];
	return [{
		code: "codeowners.inline-comment",
		severity: "low",
		column,
		text: "A comment behind owners was once a mistake on GitHub. Put it on a line of its own."
	}];
}

// src/core/approvals/codeowners.ts
/** Where GitHub looks for the file, in this order; the first that is there wins, the others are ignored. */
const CODEOWNERS_PATHS = [
	".github/CODEOWNERS",
	"CODEOWNERS",
	"docs/CODEOWNERS"
];
/** GitHub loads no larger file: then nothing has an owner. In bytes. */
const CODEOWNERS_LIMIT = 3e6;
/** Reads the text of a CODEOWNERS file. A line that GitHub skips is skipped and reported; the rest counts. */
function parseCodeowners(text, path) {
	const lines = [];
	const invalid = [];
	const issues = [];
	for (const [index, row] of text.split(/\r?\n/).entries()) {
		const parsed = parseCodeownersLine(row);
		if (parsed === null) continue;
		const line = index + 1;
		const entry = {
			line,
			pattern: parsed.pattern,
			owners: parsed.owners,
			compiled: parsed.compiled
		};
		if (parsed.invalid) invalid.push(entry);
		else lines.push(entry);
		const problems = parsed.problems.toSorted((a, b) => a.column - b.column);
		issues.push(...problems.map((problem) => ({
			...problem,
			path,
			line
		})));
	}
	return {
		path,
		lines,
		invalid,
		issues
	};
}
/** Whether GitHub refuses to load a CODEOWNERS file of so many bytes. */
function isTooLarge(bytes) {
	return bytes > CODEOWNERS_LIMIT;
}
/** What stands for a file that is {@link isTooLarge}: nothing has an owner, and an issue says so. */
function tooLargeCodeowners(path, bytes) {
	return {
		path,
		lines: [],
		invalid: [],
		issues: [{
			code: "codeowners.too-large",
			severity: "high",
			path,
			line: 1,
			column: 1,
			text: `The file has ${String(bytes)} bytes; GitHub loads no CODEOWNERS of more than ${String(CODEOWNERS_LIMIT)}, so nothing has an owner. Join lines by directory until it is smaller.`
		}]
	};
}

// src/core/approvals/owners-of.ts
/** The owners of a path: those of the last line that matches it, never of several. */
function ownersOf(codeowners, path) {
	const names = splitPath(path);
	const winner = codeowners.lines.findLast((line) => matches$1(line, names));
	const doubts = codeowners.invalid.filter((line) => line.line > (winner?.line ?? 0) && matches$1(line, names));
	return {
		owners: winner?.owners ?? [],
		matched: winner !== void 0,
		line: winner?.line ?? null,
		doubts: doubts.map((line) => line.line)
	};
}
function matches$1(line, names) {
	return line.compiled !== null && matchesPattern(line.compiled, names);
}

// src/core/approvals/match-seats.ts
/**
* Gives every group of seats as many people as it needs, nobody twice, or undefined when that cannot be. Exact:
* whoever sits moves on when another seat will do for them (augmenting paths). Answers with the group of each
* person who was needed.
*/
function matchSeats(groups) {
	const seated = /* @__PURE__ */ new Map();
	for (const [group, { need, people }] of groups.entries()) {
		if (need > people.size) return void 0;
		for (let seat = 0; seat < need; seat += 1) if (!seatOne(group, groups, seated, /* @__PURE__ */ new Set())) return void 0;
	}
	return seated;
}
function seatOne(group, groups, seated, tried) {
	for (const person of groups[group]?.people ?? []) {
		const taken = seated.get(person);
		if (taken === group || tried.has(person)) continue;
		tried.add(person);
		if (taken === void 0 || seatOne(taken, groups, seated, tried)) {
			seated.set(person, group);
			return true;
		}
	}
	return false;
}

// src/core/approvals/assign-people.ts
/** More ways than this to place people who cover only a part are not tried: then the demands count as not met together. */
const MOST_SPLITS = 2e4;
/**
* Which people serve which demand when each may serve only one. As many demands as possible in their order are met,
* all of them whenever that can be done; whoever is left over serves the first that they can help.
*/
function assignPeople(demands) {
	let met = [];
	let serving = /* @__PURE__ */ new Map();
	for (const next of demands) {
		const solution = serveAll([...met, next]);
		if (solution === void 0) continue;
		met = [...met, next];
		serving = solution;
	}
	const places = new Map(serving);
	const unmet = demands.filter((demand) => !met.includes(demand));
	for (const demand of [...unmet, ...met]) for (const person of demand.offers.keys()) if (!places.has(person)) places.set(person, demand);
	return demands.map((demand) => new Set([...places].filter(([, at]) => at === demand).map(([person]) => person)));
}
/** How many people the item that has the fewest has. Without items: how many people there are. */
function leastCovered(demand, people) {
	const present = [...demand.offers].filter(([person]) => people.has(person));
	let least = present.length;
	for (let item = 0; item < demand.items; item += 1) least = Math.min(least, present.filter(([, items]) => items.has(item)).length);
	return least;
}
function serveAll(demands) {
	const partial = demands.flatMap((demand) => [...demand.offers].filter(([, items]) => items.size < demand.items).map(([person]) => person));
	return place$1({
		demands,
		partial: [...new Set(partial)],
		placed: /* @__PURE__ */ new Map(),
		left: MOST_SPLITS
	}, 0);
}
/** Tries every place for the people who cover a part, nowhere first; the others are matched exactly. */
function place$1(search, at) {
	const person = search.partial[at];
	if (person === void 0) {
		search.left -= 1;
		return matchRest(search);
	}
	const unplaced = place$1(search, at + 1);
	if (unplaced !== void 0) return unplaced;
	for (const demand of search.demands) {
		const items = demand.offers.get(person);
		if (items === void 0 || items.size === demand.items) continue;
		if (search.left <= 0) return void 0;
		search.placed.set(person, demand);
		const solution = place$1(search, at + 1);
		if (solution !== void 0) return solution;
		search.placed.delete(person);
	}
}
function matchRest({ demands, placed }) {
	const seats = demands.map((demand) => {
		const helpers = [...placed].filter(([, at]) => at === demand).map(([person]) => person);
		const whole = [...demand.offers].filter(([person, items]) => !placed.has(person) && items.size === demand.items);
		return {
			need: Math.max(0, demand.need - leastCovered(demand, new Set(helpers))),
			people: new Set(whole.map(([person]) => person))
		};
	});
	const seated = matchSeats(seats);
	if (seated === void 0) return void 0;
	const serving = new Map(placed);
	for (const [person, group] of seated) {
		const demand = demands[group];
		if (demand !== void 0) serving.set(person, demand);
	}
	return serving;
}

// src/core/approvals/answer.ts
/** Shares the people who approved among requirements, in the order of the ballots. */
function shareVotes(ballots) {
	const demands = new Map(ballots.map((ballot) => [ballot, demandOf(ballot)]));
	const serving = /* @__PURE__ */ new Map();
	for (const group of groupsOf$1(ballots)) {
		const assigned = assignPeople(group.flatMap((ballot) => demands.get(ballot) ?? []));
		for (const [at, ballot] of group.entries()) serving.set(ballot, assigned[at] ?? /* @__PURE__ */ new Set());
	}
	return ballots.map((ballot) => ({
		ballot,
		demand: demands.get(ballot) ?? demandOf(ballot),
		serving: serving.get(ballot) ?? /* @__PURE__ */ new Set()
	}));
}
/** Requirements that share a name of `distinct` share their people; every other one has all to itself. */
function groupsOf$1(ballots) {
	const groups = /* @__PURE__ */ new Map();
	for (const ballot of ballots) {
		const name = ballot.requirement.distinct ?? ballot.requirement;
		const group = groups.get(name);
		if (group === void 0) groups.set(name, [ballot]);
		else group.push(ballot);
	}
	return [...groups.values()];
}
function demandOf({ requirement, votes }) {
	const { findings, count } = requirement;
	return {
		need: count,
		items: findings.length,
		offers: new Map(votes.map((vote) => [vote.by.id, itemsOf(vote, requirement)]))
	};
}
function itemsOf(vote, { findings }) {
	return new Set([...findings.keys()].filter((item) => vote.covered.some((finding) => finding === findings[item])));
}

// src/core/approvals/account-of.ts
/** The account alone, without what is known about its rights. */
function accountOf({ id, login, type }) {
	return {
		id,
		login,
		type
	};
}

// src/core/approvals/owner-kind.ts
/** What an owner names by the facts. Logins come in lower case. A team that was not read is unreadable, never empty. */
function ownerKind(owner, facts) {
	if (!owner.startsWith("@") || owner.length === 1) return { kind: "unresolvable" };
	const name = owner.toLowerCase();
	if (!name.includes("/")) return {
		kind: "user",
		login: name.slice(1)
	};
	const team = facts.teams.get(name);
	if (team === void 0) return {
		kind: "unreadable",
		why: "not read",
		read: false
	};
	if ("unreadable" in team) return {
		kind: "unreadable",
		why: team.unreadable,
		read: true
	};
	return {
		kind: "team",
		members: team.members.map((login) => login.toLowerCase())
	};
}
/** The owners among these that an account belongs to, by name or as a member. */
function ownersNaming(login, owners, facts) {
	const wanted = login.toLowerCase();
	return owners.filter((owner) => {
		const named = ownerKind(owner, facts);
		if (named.kind === "user") return named.login === wanted;
		return named.kind === "team" && named.members.includes(wanted);
	});
}
/** The teams among these owners whose members are not known, with the reason. */
function unreadableTeams(owners, facts) {
	return [...new Set(owners)].flatMap((team) => {
		const named = ownerKind(team, facts);
		return named.kind === "unreadable" ? [{
			team,
			why: named.why,
			read: named.read
		}] : [];
	});
}
/** The owners among these that name neither an account nor a team. */
function unresolvableOwners(owners, facts) {
	return [...new Set(owners)].filter((owner) => ownerKind(owner, facts).kind === "unresolvable");
}

// src/core/approvals/candidates.ts
/**
* The owners who could still meet a requirement, in its own order: without those who are barred from it and those in
* `spent` (logins in lower case). A team stands as long as one member is left, and when its members are not known.
*/
function candidatesFor(requirement, spent, facts, contributors) {
	const barred = barredLogins(requirement, facts, contributors);
	const free = (login) => !barred.has(login) && !spent.has(login);
	return [...new Set(requirement.from)].filter((owner) => {
		const named = ownerKind(owner, facts);
		if (named.kind === "user") return free(named.login);
		return named.kind === "unreadable" || named.kind === "team" && named.members.some(free);
	});
}
/** The logins of all who could count for a requirement, sorted; null when a team's members are not known. */
function possibleApprovers(requirement, facts, contributors) {
	if (unreadableTeams(requirement.from, facts).length > 0 || facts.incomplete.includes("teams")) return null;
	const barred = barredLogins(requirement, facts, contributors);
	const named = requirement.from.flatMap((owner) => peopleOf(owner, facts));
	return [...new Set(named)].filter((login) => !barred.has(login)).toSorted();
}
/** The logins among an owner's people who are not barred from a requirement; null when the people are not known. */
function freePeople(owner, requirement, facts, contributors) {
	if (ownerKind(owner, facts).kind === "unreadable") return null;
	const barred = barredLogins(requirement, facts, contributors);
	return peopleOf(owner, facts).filter((login) => !barred.has(login));
}
function peopleOf(owner, facts) {
	const named = ownerKind(owner, facts);
	if (named.kind === "user") return [named.login];
	return named.kind === "team" ? named.members : [];
}
function barredLogins(requirement, facts, { author, committers, pushers }) {
	const powerless = facts.reviews.flatMap(({ by }) => by ?? []).filter(({ canWrite, type }) => canWrite === false || type !== "User");
	return /* @__PURE__ */ new Set([
		...author === null ? [] : [author.login.toLowerCase()],
		...requirement.excludeCommitters ? [...committers.logins, ...pushers.logins] : [],
		...powerless.map(({ login }) => login.toLowerCase())
	]);
}

// src/core/approvals/shortfall.ts
/**
* Why there are too few people, the most telling first: a team is not known, one person serves elsewhere, or
* approvals are missing. Empty when there are enough.
*/
function shortfall(answer, facts, contributors) {
	const { ballot, demand, serving } = answer;
	const { requirement, votes } = ballot;
	const have = leastCovered(demand, serving);
	if (have >= demand.need) return [];
	const doubts = doubtfulTeams(answer, facts).map((reason) => ({
		verdict: "indeterminate",
		reason
	}));
	if (leastCovered(demand, new Set(demand.offers.keys())) >= demand.need) {
		const by = votes.filter((vote) => !serving.has(vote.by.id)).map((vote) => accountOf(vote.by));
		return [...doubts, {
			verdict: "unmet",
			reason: {
				code: "same-person",
				by
			}
		}];
	}
	const possible = possibleApprovers(requirement, facts, contributors);
	const cannotBeMet = possible !== null && possible.length < demand.need;
	const missing = {
		code: "approvals-missing",
		have,
		need: demand.need
	};
	return [...doubts, {
		verdict: "unmet",
		reason: cannotBeMet ? {
			...missing,
			possible
		} : missing
	}];
}
/**
* The teams that stand between a requirement and an answer. One that nobody tried to read matters only once somebody
* approved who may be in it: before that, the approval is simply missing.
*/
function doubtfulTeams({ ballot }, facts) {
	const { from } = ballot.requirement;
	const reasons = [];
	const approvedOutside = [...ballot.dismissals.values()].some((dismissal) => dismissal.code === "not-in-group" && dismissal.unreadable !== void 0);
	const teams = unreadableTeams(from, facts).filter(({ read }) => read || approvedOutside);
	if (teams.length > 0) reasons.push({
		code: "team-unreadable",
		teams: teams.map(({ team, why }) => ({
			team,
			why
		}))
	});
	if (facts.incomplete.includes("teams") && from.some((owner) => owner.includes("/"))) reasons.push({
		code: "facts-incomplete",
		lists: ["teams"]
	});
	return reasons;
}

// src/core/approvals/approval-verdict.ts
/** The answer to one requirement. The first obstacle gives verdict and reason; the others stand in the notes. */
function approvalVerdict(answer, facts, contributors) {
	const { requirement } = answer.ballot;
	const by = peopleWhoCount(answer);
	const missing = shortfall(answer, facts, contributors);
	const [first, ...others] = [...obstaclesOf(answer, facts), ...missing];
	const shared = {
		kind: "approval",
		requirement,
		notes: [...others.map(({ reason }) => reason), ...asides(answer, facts, missing.length === 0)],
		by
	};
	if (first === void 0) {
		const via = requirement.from.filter((owner) => by.some(({ login }) => ownersNaming(login, [owner], facts).length > 0));
		return {
			...shared,
			verdict: "met",
			reason: {
				code: "approved",
				via
			},
			candidates: []
		};
	}
	const candidates = candidatesFor(requirement, spentLogins(answer), facts, contributors);
	return {
		...shared,
		verdict: first.verdict,
		reason: first.reason,
		candidates
	};
}
function peopleWhoCount({ ballot, serving }) {
	if (ballot.unknown.length > 0) return [];
	return ballot.votes.filter(({ by }) => serving.has(by.id)).map(({ by }) => accountOf(by));
}
/** What holds a requirement however many people approved. */
function obstaclesOf(answer, facts) {
	const { requirement, objections, unknown } = answer.ballot;
	const obstacles = [];
	if (requirement.from.length === 0 && requirement.unowned.length > 0) obstacles.push({
		verdict: "unmet",
		reason: {
			code: "no-owner",
			paths: requirement.unowned
		}
	});
	const lists = missingLists$1(answer, facts);
	if (lists.length > 0) obstacles.push({
		verdict: "indeterminate",
		reason: {
			code: "facts-incomplete",
			lists
		}
	});
	if (objections.length > 0) {
		const by = objections.map((objection) => accountOf(objection.by));
		obstacles.push({
			verdict: "unmet",
			reason: {
				code: "changes-requested",
				by
			}
		});
	}
	if (unknown.length > 0) obstacles.push({
		verdict: "unmet",
		reason: {
			code: "unknown-committer",
			commits: unknown
		}
	});
	return obstacles;
}
/** Lists that this requirement stands on and that were not read to their end. */
function missingLists$1({ ballot }, facts) {
	const { strict, excludeCommitters } = ballot.requirement;
	const needed = /* @__PURE__ */ new Set(["reviews"]);
	if (excludeCommitters) needed.add("commits");
	if (excludeCommitters || strict) needed.add("heads");
	const missing = facts.incomplete.filter((list) => needed.has(list));
	if (facts.pullRequest === null && ballot.votes.length > 0) missing.push("pullRequest");
	return [...new Set(missing)].toSorted();
}
/** Errors beside enough people: shown, never dropped. */
function asides({ ballot }, facts, enough) {
	const { from } = ballot.requirement;
	const reasons = [];
	const teams = unreadableTeams(from, facts).map(({ team, why }) => ({
		team,
		why
	}));
	if (enough && teams.length > 0) reasons.push({
		code: "team-unreadable",
		teams
	});
	const owners = unresolvableOwners(from, facts);
	if (owners.length > 0) reasons.push({
		code: "owner-unresolvable",
		owners
	});
	return reasons;
}
/** Those whose approval is already used up: given in full here, or serving another requirement. */
function spentLogins({ ballot, serving }) {
	if (ballot.unknown.length > 0) return /* @__PURE__ */ new Set();
	const spent = ballot.votes.filter(({ by, stale }) => !serving.has(by.id) || stale.length === 0);
	return new Set(spent.map(({ by }) => by.login.toLowerCase()));
}

// src/core/approvals/coverage.ts
/** Whether a commit is the head itself. */
function isHead(commit, comparison) {
	return commit === "head" || commit !== null && commit === comparison.headSha;
}
/**
* Whether what was said on a commit stands for a finding at the head: the object or file becomes the same by both.
* A commit that is not known covers nothing, nor does anything cover what the head itself says nothing about.
*/
function covers$2(commit, finding, comparison) {
	if (commit === null) return false;
	if (isHead(commit, comparison)) return true;
	const key = subjectKey(finding.subject);
	const wanted = comparison.head.get(key);
	return wanted !== void 0 && comparison.contents.get(commit)?.get(key) === wanted;
}
/** What findings are about, as people say it, each once and sorted. */
function subjectTitles(findings) {
	const titles = findings.map(({ object, path }) => object === null ? path : objectTitle(object));
	return [...new Set(titles)].toSorted();
}

// src/core/approvals/eligibility.ts
/**
* Why an account may not act for a requirement; null: it may. The reason that the account can change least comes
* first: who wrote the pull request never counts, whatever group they join.
*/
function whyNotEligible(actor, rule, facts, contributors) {
	const barred = whyBarred(actor, rule.excludeCommitters, contributors);
	if (barred !== null) return { code: barred };
	if (actor.canWrite !== true) return { code: "no-write-access" };
	if (ownersNaming(actor.login, rule.from, facts).length > 0) return null;
	const unreadable = unreadableTeams(rule.from, facts).map(({ team }) => team);
	return {
		code: "not-in-group",
		from: rule.from,
		...unreadable.length > 0 ? { unreadable } : {}
	};
}
function whyBarred(account, excludeCommitters, { author, committers, pushers }) {
	if (author?.id === account.id) return "author";
	if (account.type !== "User") return "bot";
	if (!excludeCommitters) return null;
	if (committers.ids.has(account.id)) return "committer";
	return pushers.ids.has(account.id) ? "last-pusher" : null;
}

// src/core/approvals/ballot.ts
/** Judges the newest review of each person for one requirement. */
function takeBallot(requirement, newest, facts, contributors, comparison) {
	const votes = [];
	const objections = [];
	const dismissals = /* @__PURE__ */ new Map();
	const unknown = requirement.excludeCommitters ? contributors.unknown : [];
	for (const review of newest) {
		const { by } = review;
		const dismissal = whyNot(review, requirement, facts, contributors);
		if (dismissal !== null) dismissals.set(review.id, dismissal);
		if (by === null || dismissal !== null) continue;
		if (review.state === "CHANGES_REQUESTED") {
			objections.push({
				review,
				by
			});
			dismissals.set(review.id, { code: "changes-requested" });
			continue;
		}
		const vote = voteOf(review, by, requirement, facts, comparison);
		if (counts(vote, requirement)) votes.push(vote);
		if (!counts(vote, requirement) || vote.stale.length > 0) dismissals.set(review.id, staleness(vote));
		else if (unknown.length > 0) dismissals.set(review.id, {
			code: "unknown-committer",
			commits: unknown
		});
	}
	return {
		requirement,
		votes,
		objections,
		dismissals,
		unknown
	};
}
function whyNot(review, requirement, facts, contributors) {
	if (review.state === "DISMISSED") return { code: "dismissed" };
	if (review.by === null) return { code: "no-write-access" };
	return whyNotEligible(review.by, requirement, facts, contributors);
}
function voteOf(review, by, requirement, facts, comparison) {
	const { findings } = requirement;
	if (requirement.strict && !isOnArrivedHead(review, facts, comparison)) return {
		review,
		by,
		covered: [],
		stale: findings
	};
	const stands = findings.map((finding) => covers$2(review.commit, finding, comparison));
	return {
		review,
		by,
		covered: findings.filter((_, at) => stands[at]),
		stale: findings.filter((_, at) => !stands[at])
	};
}
/** GitHub re-points reviews to a rebased head and keeps their time, so the commit alone proves nothing. */
function isOnArrivedHead(review, facts, comparison) {
	if (!isHead(review.commit, comparison)) return false;
	const arrivals = facts.heads.filter(({ sha }) => comparison.headSha === null || sha === comparison.headSha);
	const arrived = arrivals.reduce((latest, { at }) => Math.max(latest, at), -1e400);
	if (arrivals.length === 0) return review.commit === "head" && facts.heads.length === 0;
	return review.submittedAt >= arrived;
}
function counts(vote, requirement) {
	return vote.covered.length > 0 || requirement.findings.length === 0 && !requirement.strict;
}
function staleness({ review, stale }) {
	return {
		code: "stale",
		on: review.commit,
		subjects: subjectTitles(stale)
	};
}

// src/core/approvals/contributors.ts
/**
* Reads off the facts who wrote and pushed. A merge that is exactly the automatic one adds nobody: its maker wrote
* nothing. GitHub's own web committer is an account like any other; it holds nothing and never approves.
*/
function contributorsOf(facts) {
	const written = facts.commits.filter((commit) => !commit.automaticMerge);
	const unknown = written.filter((commit) => commit.author === null || commit.committer === null);
	return {
		author: facts.pullRequest?.author ?? null,
		committers: accountSet(written.flatMap((commit) => [commit.author, commit.committer])),
		pushers: accountSet(pushersOf(facts)),
		unknown: [...new Set(unknown.map((commit) => commit.sha))].toSorted()
	};
}
/** Whoever pushed a commit under another name has it still in the pull request, also after somebody else pushed. */
function pushersOf(facts) {
	const commits = new Map(facts.commits.map((commit) => [commit.sha, commit]));
	const present = facts.pullRequest?.head.sha ?? facts.heads.at(-1)?.sha;
	return facts.heads.filter((head) => head.sha === present || commits.has(head.sha)).filter((head) => commits.get(head.sha)?.automaticMerge !== true).map((head) => head.by);
}
function accountSet(accounts) {
	const known = accounts.filter((account) => account !== null);
	return {
		ids: new Set(known.map((account) => account.id)),
		logins: new Set(known.map((account) => account.login.toLowerCase()))
	};
}

// src/core/approvals/newest-reviews.ts
/**
* The newest review of each person that is neither a comment nor pending. People are told apart by id. A dismissed
* review is nothing, and nothing older takes its place.
*/
function newestReviews(reviews) {
	const newest = [];
	const superseded = [];
	const seen = /* @__PURE__ */ new Map();
	for (const review of reviews.filter(speaks).toSorted(compareReviews).toReversed()) {
		const newer = review.by === null ? void 0 : seen.get(review.by.id);
		if (newer === void 0) newest.push(review);
		else superseded.push({
			review,
			by: newer
		});
		if (review.by !== null && newer === void 0) seen.set(review.by.id, review.id);
	}
	return {
		newest: newest.toReversed(),
		superseded: superseded.toReversed()
	};
}
function speaks(review) {
	return review.state !== "COMMENTED" && review.state !== "PENDING";
}
/** From the mildest: of two reviews with one id, which no complete facts have, the strictest counts. */
const STRICTNESS = [
	"COMMENTED",
	"PENDING",
	"APPROVED",
	"DISMISSED",
	"CHANGES_REQUESTED"
];
/** Order by time, then id: ids rise, and two reviews may share a second. */
function compareReviews(a, b) {
	return a.submittedAt - b.submittedAt || a.id - b.id || STRICTNESS.indexOf(a.state) - STRICTNESS.indexOf(b.state) || compareTexts$1(String(a.commit), String(b.commit));
}
function compareTexts$1(a, b) {
	return a < b ? -1 : Number(a > b);
}

// src/core/approvals/list-approvals.ts
/** Lists what became of each review, over all requirements. */
function listApprovals(reviews, answers) {
	const counted = [];
	const uncounted = reviews.superseded.filter(({ review }) => review.state !== "CHANGES_REQUESTED").map(({ review, by }) => ({
		review,
		why: {
			code: "superseded",
			by
		}
	}));
	for (const review of reviews.newest) {
		const approval = countedApproval(review, answers);
		if (approval !== null) counted.push(approval);
		const why = mostTelling(dismissalsOf(review, answers, approval !== null));
		if (why !== null) uncounted.push({
			review,
			why
		});
	}
	return {
		counted,
		notCounted: uncounted.toSorted((a, b) => compareReviews(a.review, b.review)).map(({ review: { by, id, commit }, why }) => ({
			by: by && accountOf(by),
			review: id,
			commit,
			why
		}))
	};
}
function countedApproval(review, answers) {
	const votes = answers.filter(({ ballot, serving }) => ballot.unknown.length === 0 && review.by !== null && serving.has(review.by.id)).flatMap(({ ballot }) => ballot.votes.filter((vote) => vote.review === review));
	const [vote] = votes;
	if (vote === void 0) return null;
	const rules = votes.flatMap(({ covered }) => covered.map((finding) => finding.rule));
	return {
		by: accountOf(vote.by),
		review: review.id,
		commit: review.commit,
		covers: [...new Set(rules)]
	};
}
/** What counts somewhere is named only where it is stale for something that still waits. */
function dismissalsOf(review, answers, counts) {
	return answers.flatMap(({ ballot, met }) => {
		const dismissal = ballot.dismissals.get(review.id);
		if (dismissal === void 0) return [];
		return !counts || dismissal.code === "stale" && !met ? [dismissal] : [];
	});
}
/** From the reason that is nearest to counting. */
const TELLING = [
	"changes-requested",
	"unknown-committer",
	"stale",
	"same-person",
	"author",
	"bot",
	"committer",
	"last-pusher",
	"no-write-access",
	"not-in-group",
	"dismissed",
	"superseded"
];
function mostTelling(dismissals) {
	const code = TELLING.find((candidate) => dismissals.some((dismissal) => dismissal.code === candidate));
	const alike = dismissals.filter((dismissal) => dismissal.code === code);
	return alike.length === 0 ? null : alike.reduce(merge$1);
}
function merge$1(a, b) {
	if (a.code === "stale" && b.code === "stale") return {
		...a,
		subjects: union$1(a.subjects, b.subjects)
	};
	if (a.code === "not-in-group" && b.code === "not-in-group") {
		const unreadable = union$1(a.unreadable ?? [], b.unreadable ?? []);
		return {
			code: a.code,
			from: [.../* @__PURE__ */ new Set([...a.from, ...b.from])],
			...unreadable.length > 0 ? { unreadable } : {}
		};
	}
	return a;
}
function union$1(a, b) {
	return [.../* @__PURE__ */ new Set([...a, ...b])].toSorted();
}

// src/core/approvals/check-approvals.ts
/**
* Whether the people asked have approved what the head makes of the risky objects. `contents` says the same for every
* commit that a review was given on; a commit that is not there covers nothing. The order of reviews, commits and
* teams in the facts is of no account.
*/
function checkApprovals(requirements, facts, head, contents) {
	if (requirements.length === 0) return {
		verdicts: [],
		counted: [],
		notCounted: []
	};
	const reviews = newestReviews(facts.reviews);
	const contributors = contributorsOf(facts);
	const comparison = {
		head,
		headSha: facts.pullRequest?.head.sha ?? null,
		contents
	};
	const answers = shareVotes(requirements.map((requirement) => takeBallot(requirement, reviews.newest, facts, contributors, comparison)));
	const verdicts = answers.map((answer) => approvalVerdict(answer, facts, contributors));
	const settled = answers.map((answer, at) => ({
		...answer,
		met: verdicts[at]?.verdict === "met"
	}));
	return {
		verdicts,
		...listApprovals(reviews, settled)
	};
}

// src/core/approvals/whom-to-ask.ts
/** Up to so many owners every set is tried; beyond it, owners are left out one by one as long as the rest will do. */
const TRIED_EXACTLY = 12;
/**
* A smallest set of people and teams whose approvals would meet every requirement that waits for approvals; the
* earliest in the order of the requirements among several. What nobody can meet, and what is not known, asks nobody.
*/
function whomToAsk(verdicts, facts) {
	const contributors = contributorsOf(facts);
	const needs = [];
	for (const verdict of verdicts) {
		const missing = verdict.verdict === "unmet" ? missingPeople(verdict) : 0;
		if (missing === 0) continue;
		const people = new Map(verdict.candidates.map((owner) => {
			const free = freePeople(owner, verdict.requirement, facts, contributors);
			return [owner, free === null ? unknownPeople(owner, missing) : stillFree(free, verdict)];
		}));
		const need = {
			distinct: verdict.requirement.distinct,
			missing,
			people
		};
		if (canMeet([...needs, need], ownersOfAll([...needs, need]))) needs.push(need);
	}
	const owners = ownersOfAll(needs);
	return owners.length <= TRIED_EXACTLY ? smallest(needs, owners) : thinnedOut(needs, owners);
}
function missingPeople({ reason, notes, requirement, by }) {
	const short = [reason, ...notes].find(({ code }) => code === "approvals-missing" || code === "same-person");
	if (short === void 0) return 0;
	return short.code === "approvals-missing" ? short.need - short.have : Math.max(1, requirement.count - by.length);
}
/** A team that cannot be read is taken to have as many people as are missing: it may. */
function unknownPeople(team, missing) {
	return Array.from({ length: missing }, (_, index) => `${team}#${String(index)}`);
}
/** Without those who count already, unless some of them count only for a part: they can approve again. */
function stillFree(people, { by, reason }) {
	if (reason.code === "approvals-missing" && reason.have < by.length) return people;
	const spent = new Set(by.map(({ login }) => login.toLowerCase()));
	return people.filter((login) => !spent.has(login));
}
function ownersOfAll(needs) {
	return [...new Set(needs.flatMap(({ people }) => [...people.keys()]))];
}
function canMeet(needs, owners) {
	const shared = needs.filter(({ distinct }) => distinct !== null);
	const groups = [...new Set(shared.map(({ distinct }) => distinct))].map((name) => shared.filter(({ distinct }) => distinct === name));
	const single = needs.filter(({ distinct }) => distinct === null).map((need) => [need]);
	return [...groups, ...single].every((group) => canSeat(group, owners));
}
function canSeat(group, owners) {
	const numbers = /* @__PURE__ */ new Map();
	const numberOf = (person) => {
		const known = numbers.get(person) ?? numbers.size;
		numbers.set(person, known);
		return known;
	};
	const seats = group.map(({ missing, people }) => ({
		need: missing,
		people: new Set(owners.flatMap((owner) => people.get(owner) ?? []).map(numberOf))
	}));
	return matchSeats(seats) !== void 0;
}
function smallest(needs, owners) {
	for (let size = 0; size <= owners.length; size += 1) for (const some of subsets(owners, size)) if (canMeet(needs, some)) return some;
	return owners;
}
/** The subsets of a size, those with the earliest members first. */
function* subsets(owners, size) {
	if (size === 0) {
		yield [];
		return;
	}
	for (const [at, owner] of owners.entries()) for (const rest of subsets(owners.slice(at + 1), size - 1)) yield [owner, ...rest];
}
function thinnedOut(needs, owners) {
	let kept = owners;
	for (const owner of owners.toReversed()) {
		const rest = kept.filter((other) => other !== owner);
		if (canMeet(needs, rest)) kept = rest;
	}
	return kept;
}

// src/core/model/contents.ts
/** What a merge makes of every object and file it changes. */
function contentsOf(changes) {
	const contents = /* @__PURE__ */ new Map();
	for (const change of changes.changes) contents.set(subjectKey({
		kind: "object",
		identity: change.identity
	}), change.content);
	for (const file of changes.files) contents.set(subjectKey({
		kind: "file",
		path: file.path
	}), file.content);
	return contents;
}

// src/core/policy/cel-values.ts
/** The reads of values were more than the budget had. */
var BudgetExceeded = class extends Error {};
/** A JSON value as expressions see it; objects are converted member by member, when they are read. */
function toCel(value, budget) {
	if (isJsonList(value)) {
		spend(budget, value.length);
		return value.map((item) => toCel(item, budget));
	}
	return isJsonObject(value) ? new LazyMap(value, budget) : value;
}
/** A map over a JSON object. A subclass, because the evaluator takes nothing but a real Map. */
var LazyMap = class extends Map {
	#object;
	#budget;
	constructor(object, budget) {
		super();
		this.#object = object;
		this.#budget = budget;
	}
	get size() {
		return Object.keys(this.#object).length;
	}
	has(key) {
		return typeof key === "string" && Object.hasOwn(this.#object, key);
	}
	get(key) {
		spend(this.#budget, 1);
		if (typeof key !== "string" || !Object.hasOwn(this.#object, key)) return void 0;
		const value = this.#object[key];
		return value === void 0 ? void 0 : toCel(value, this.#budget);
	}
	keys() {
		const keys = Object.keys(this.#object);
		spend(this.#budget, keys.length);
		return keys.values();
	}
	values() {
		return this.#converted().values();
	}
	entries() {
		return this.#converted().entries();
	}
	[Symbol.iterator]() {
		return this.entries();
	}
	forEach(visit) {
		for (const [key, value] of this.entries()) visit(value, key, this);
	}
	#converted() {
		const keys = Object.keys(this.#object);
		spend(this.#budget, keys.length);
		return new Map(keys.map((key) => [key, toCel(this.#object[key] ?? null, this.#budget)]));
	}
};
function spend(budget, values) {
	budget.left -= values;
	if (budget.left < 0) throw new BudgetExceeded();
}

// src/core/policy/bind-variables.ts
/** The variables of a rule about objects. */
function objectVariables(change, changes, pullRequest) {
	const { ref } = change;
	return {
		...place(change, pullRequest),
		object: (budget) => toCel(change.object, budget),
		oldObject: (budget) => toCel(change.oldObject, budget),
		operation: () => change.operation,
		verbs: () => change.verbs,
		routes: () => routesOf(change, changes),
		namespace: () => ref.namespace ?? "",
		name: () => ref.name,
		title: () => objectTitle(ref),
		kind: () => ref.kind,
		group: () => ref.group,
		path: () => change.source.path
	};
}
/** The variables that a matched place adds. */
function placeVariables(matched, all) {
	return {
		value: (budget) => toCel(matched.value ?? null, budget),
		oldValue: (budget) => toCel(matched.oldValue ?? null, budget),
		pointer: () => matched.pointer,
		values: (budget) => toCel(all.flatMap(({ value }) => value === void 0 ? [] : [value]), budget)
	};
}
/** The variables of a rule about files. */
function fileVariables(file, placement, pullRequest) {
	return {
		...place(placement, pullRequest),
		path: () => file.path,
		operation: () => file.operation
	};
}
/** The variables of a rule about what was wrong when reading. */
function issueVariables(issue, operation, placement, pullRequest) {
	return {
		...place(placement, pullRequest),
		path: () => issue.path,
		operation: () => operation,
		code: () => issue.code,
		text: () => issue.text,
		line: () => BigInt(issue.line)
	};
}
function place(where, pullRequest) {
	return {
		environment: () => where.environment,
		cluster: () => where.cluster,
		pullRequest: () => pullRequestMap(pullRequest)
	};
}
function pullRequestMap(pullRequest) {
	if (!pullRequest) return null;
	return /* @__PURE__ */ new Map([
		["number", BigInt(pullRequest.number)],
		["title", pullRequest.title],
		["author", pullRequest.author],
		["base", pullRequest.base]
	]);
}
function routesOf(change, changes) {
	const { added, removed, changed } = routesOfChange(change, changes.routes);
	return /* @__PURE__ */ new Map([
		["added", added.map(routeMap)],
		["removed", removed.map(routeMap)],
		["changed", changed.map((pair) => /* @__PURE__ */ new Map([["old", routeMap(pair.old)], ["new", routeMap(pair.new)]]))]
	]);
}
function routeMap(route) {
	return /* @__PURE__ */ new Map([
		["host", route.host],
		["path", route.path],
		["pathType", route.pathType],
		["conditions", route.conditions],
		["backend", route.backend],
		["tls", route.tls],
		["auth", route.auth],
		["sources", route.sources],
		["class", route.class],
		["object", objectTitle(route.object)],
		["via", route.via.map(objectTitle)]
	]);
}

// src/core/policy/change-operators/pair-elements.ts
/**
* Pairs the elements of a list as Kubernetes identifies them: equal ones first, then those with the same name, host or
* whatever names an element of such a list. Lists whose elements have no name (RBAC rules, arguments) pair equal ones
* only, so a changed element is one removed and one added. In the order of the new list, removed ones last; pairs of
* equal elements are left out.
*/
function pairElements(list, old, now) {
	const pairing = {
		old,
		now,
		partner: /* @__PURE__ */ new Map(),
		free: new Set(old.keys())
	};
	pairLevel(canonicalJson, pairing);
	const equal = new Set(pairing.partner.keys());
	for (let level = 0; level < MOST_NAMES && pairing.free.size > 0; level += 1) pairLevel((element) => namesOf$1(list, element)[level], pairing);
	return [...now.flatMap((_, index) => equal.has(index) ? [] : [{
		old: pairing.partner.get(index) ?? null,
		new: index
	}]), ...Array.from(pairing.free, (index) => ({
		old: index,
		new: null
	}))];
}
function pairLevel(nameOf, pairing) {
	const { old, now, partner, free } = pairing;
	const waiting = /* @__PURE__ */ new Map();
	for (const index of Array.from(free).toReversed()) {
		const name = nameOf(old[index] ?? null);
		if (typeof name === "string") append(waiting, name, index);
	}
	for (const [index, element] of now.entries()) {
		if (partner.has(index)) continue;
		const name = nameOf(element);
		const match = typeof name === "string" ? waiting.get(name)?.pop() : void 0;
		if (match === void 0) continue;
		partner.set(index, match);
		free.delete(match);
	}
}
function append(waiting, name, index) {
	const list = waiting.get(name);
	if (list) list.push(index);
	else waiting.set(name, [index]);
}
/** What names an element, the strongest first: sets of fields, all of which have to be the same. */
const NAMES$3 = {
	paths: [["path", "pathType"], ["path"]],
	volumeMounts: [["mountPath"]],
	volumeDevices: [["devicePath"]],
	ports: [
		["name"],
		["containerPort", "protocol"],
		["port", "protocol"]
	],
	subjects: [[
		"kind",
		"namespace",
		"name"
	]],
	tls: [["secretName"]],
	hostAliases: [["ip"]],
	topologySpreadConstraints: [["topologyKey"]],
	parentRefs: [[
		"kind",
		"namespace",
		"name",
		"sectionName",
		"port"
	]],
	backendRefs: [[
		"kind",
		"namespace",
		"name",
		"port"
	], ["namespace", "name"]],
	routes: [["match"], ["name"]],
	rules: [
		["alert"],
		["record"],
		["name"],
		["host"]
	]
};
/** The most ways in which elements of one list are named. */
const MOST_NAMES = 4;
const GENERAL = [["name"], ["key"]];
function namesOf$1(list, element) {
	if (!isJsonObject(element) || "verbs" in element) return [];
	return (Object.hasOwn(NAMES$3, list) ? NAMES$3[list] ?? GENERAL : GENERAL).map((names) => nameFrom(list, element, names));
}
/** Null when none of the fields is there; an Ingress rule without a host is the rule for every host. */
function nameFrom(list, element, names) {
	if (!(list === "rules" && names[0] === "host" && "http" in element) && !names.some((name) => isScalar(element[name]))) return null;
	return canonicalJson(names.map((name) => element[name] ?? null));
}
function isScalar(value) {
	return value !== void 0 && value !== null && typeof value !== "object";
}

// src/core/policy/change-operators/find-places.ts
/**
* Finds places where something may have happened: those with nothing on either side, or in equal list elements, are
* left out. What paths have in common is walked once.
*/
function createPlaceFinder(change) {
	const start = {
		old: sideOf(change.oldObject),
		new: sideOf(change.object),
		keys: []
	};
	const walked = /* @__PURE__ */ new Map();
	return (path) => {
		let places = [start];
		for (const [index, step] of path.steps.entries()) {
			if (places.length === 0) return places;
			const prefix = path.prefixes[index] ?? path.text;
			const found = walked.get(prefix) ?? places.flatMap(stepOf(step, change.ref.kind)).filter(isPossible);
			walked.set(prefix, found);
			places = found;
		}
		return places;
	};
}
/** Where nothing is on either side, and nobody added or took away what it would be in, nothing has happened. */
function isPossible(place) {
	return place.old.value !== void 0 || place.new.value !== void 0 || place.old.scope !== place.new.scope;
}
function stepOf(step, kind) {
	if (step.kind !== "macro") return walk(step);
	return (place) => expand$2(step.name, kind).flatMap((way) => way.reduce((places, next) => places.flatMap(walk(next)), [place]));
}
function sideOf(object) {
	return {
		value: object ?? void 0,
		scope: object !== null,
		pointer: ""
	};
}
function expand$2(macro, kind) {
	const pod = podSteps(kind);
	const template = pod.slice(0, -1);
	switch (macro) {
		case "$pod": return [pod];
		case "$podtemplate": return [template];
		case "$podmeta": return [[...template, key("metadata")]];
		case "$containers": return [
			"containers",
			"initContainers",
			"ephemeralContainers"
		].map((list) => [
			...pod,
			key(list),
			{ kind: "each" }
		]);
		default: return macro;
	}
}
function podSteps(kind) {
	if (kind === "Pod") return [key("spec")];
	if (kind === "PodTemplate") return ["template", "spec"].map(key);
	if (kind === "CronJob") return [
		"spec",
		"jobTemplate",
		"spec",
		"template",
		"spec"
	].map(key);
	return [
		"spec",
		"template",
		"spec"
	].map(key);
}
function key(name) {
	return {
		kind: "key",
		key: name
	};
}
function walk(step) {
	switch (step.kind) {
		case "key": return (place) => [at(place, step.key)];
		case "prefix": return (place) => keysWith(place, step.prefix).map((name) => at(place, name));
		case "each": return elements;
		case "macro": return (place) => [place];
		default: return step;
	}
}
function at(place, name) {
	return {
		old: member$1(place.old, name),
		new: member$1(place.new, name),
		keys: [...place.keys, name]
	};
}
function member$1(side, name) {
	const { value, scope, pointer } = side;
	return {
		value: isJsonObject(value) && Object.hasOwn(value, name) ? value[name] ?? void 0 : void 0,
		scope,
		pointer: pointerTo(pointer, name)
	};
}
function keysWith(place, prefix) {
	const keys = [place.old.value, place.new.value].flatMap((value) => isJsonObject(value) ? Object.keys(value) : []);
	return [...new Set(keys)].filter((name) => name.startsWith(prefix)).toSorted();
}
function elements(place) {
	const old = listOf(place.old.value);
	const now = listOf(place.new.value);
	return pairElements(place.keys.at(-1) ?? "", old, now).map((pair) => ({
		old: element(place.old, old, pair.old),
		new: element(place.new, now, pair.new),
		keys: place.keys
	}));
}
/** One value where a list belongs counts as a list of one: better looked at than passed over. */
function listOf(value) {
	if (value === void 0) return [];
	return isJsonList(value) ? value : [value];
}
function element(list, values, index) {
	if (index === null) return {
		value: void 0,
		scope: false,
		pointer: list.pointer
	};
	const pointer = isJsonList(list.value) ? pointerTo(list.pointer, index) : list.pointer;
	return {
		value: values[index] ?? void 0,
		scope: true,
		pointer
	};
}

// src/core/model/source-location.ts
/** Order by file, then line, then column. */
function compareLocations(a, b) {
	if (a.path !== b.path) return a.path < b.path ? -1 : 1;
	return a.line - b.line || a.column - b.column;
}

// src/core/model/issue.ts
/** The issues by file, line, column and code. */
function sortIssues(issues) {
	return issues.toSorted((a, b) => compareLocations(a, b) || (a.code < b.code ? -1 : Number(a.code > b.code)));
}

// src/core/model/address-ranges.ts
/**
* Reads an address or a CIDR of either family; host bits are ignored, as Kubernetes does. IPv4 addresses that are
* written as IPv6 (`::ffff:10.0.0.0/104`) count as IPv4. Undefined: it is none.
*/
function parseCidr(text) {
	const form = /^([^/]{2,45})(?:\/(\d{1,3}))?$/.exec(text);
	if (!form) return void 0;
	const address = form[1] ?? "";
	const family = address.includes(":") ? 6 : 4;
	const bits = family === 6 ? 128 : 32;
	const value = family === 6 ? parseIpv6(address) : parseIpv4(address);
	const length = form[2] === void 0 ? bits : Number(form[2]);
	if (value === void 0 || length > bits) return void 0;
	const size = 1n << BigInt(bits - length);
	const first = value - value % size;
	return unmapped({
		family,
		first,
		last: first + size - 1n
	});
}
/** A range that is one CIDR in its one canonical form: `10.0.0.0/8`, `2001:db8::/32`. */
function formatCidr({ family, first, last }) {
	const bits = family === 6 ? 128 : 32;
	const hostBits = (last - first).toString(2).length;
	const length = last === first ? bits : bits - hostBits;
	return `${formatAddress(family, first)}/${String(length)}`;
}
/** An address in its one canonical form, for IPv6 that of RFC 5952. */
function formatAddress(family, address) {
	if (family === 4) return [
		24n,
		16n,
		8n,
		0n
	].map((shift) => String(address >> shift & 255n)).join(".");
	const text = Array.from({ length: 8 }, (_, at) => address >> BigInt(112 - 16 * at) & 65535n).map((group) => group.toString(16)).join(":");
	const longest = [...text.matchAll(/(?<=^|:)0(?::0)+(?=:|$)/g)].map(([run]) => run).toSorted((a, b) => b.length - a.length)[0];
	if (longest === void 0) return text;
	const at = text.search(new RegExp(`(?<=^|:)${longest}(?=:|$)`));
	return `${text.slice(0, at).replace(/:$/, "")}::${text.slice(at + longest.length).replace(/^:/, "")}`;
}
/** Whether every address of `inner` is in one of `outer`, also when several together make it up. */
function rangesCover(outer, inner) {
	return inner.every((range) => subtractAll(range, outer).length === 0);
}
/** What is left of a range. */
function subtractAll(range, taken) {
	return taken.reduce((left, other) => left.flatMap((part) => subtract(part, other)), [range]);
}
function subtract(range, other) {
	if (range.family !== other.family || other.last < range.first || range.last < other.first) return [range];
	const left = [];
	if (range.first < other.first) left.push({
		...range,
		last: other.first - 1n
	});
	if (other.last < range.last) left.push({
		...range,
		first: other.last + 1n
	});
	return left;
}
/** The IPv4 range that an IPv6 range of mapped addresses stands for; any other range as it is. */
function unmapped(range) {
	if (range.family === 4 || range.first < MAPPED || range.last > MAPPED + 4294967295n) return range;
	return {
		family: 4,
		first: range.first - MAPPED,
		last: range.last - MAPPED
	};
}
const MAPPED = 281470681743360n;
function parseIpv4(text) {
	if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return void 0;
	const parts = text.split(".").map(Number);
	if (parts.some((part) => part > 255)) return void 0;
	return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}
function parseIpv6(text) {
	const [head = "", tail, ...more] = text.split("::");
	if (more.length > 0) return void 0;
	const left = groupsOf(head);
	const right = tail === void 0 ? [] : groupsOf(tail);
	if (!left || !right) return void 0;
	const missing = 8 - left.length - right.length;
	if (tail === void 0 ? missing !== 0 : missing < 1) return void 0;
	return [
		...left,
		...Array.from({ length: missing }, () => 0n),
		...right
	].reduce((sum, group) => sum * 65536n + group, 0n);
}
function groupsOf(text) {
	if (text === "") return [];
	const groups = text.split(":");
	const last = groups.at(-1) ?? "";
	if (last.includes(".")) {
		const embedded = parseIpv4(last);
		if (embedded === void 0) return void 0;
		groups.splice(-1, 1, (embedded >> 16n).toString(16), (embedded & 65535n).toString(16));
	}
	return groups.every((group) => /^[\da-fA-F]{1,4}$/.test(group)) ? groups.map((group) => BigInt(`0x${group}`)) : void 0;
}

// src/core/policy/change-operators/rbac-rules.ts
const MAX_GRANTS = 1e5;
/** Whether a value is a list of RBAC rules. */
function isRbacRules(value) {
	return isJsonList(value) && value.some((rule) => isJsonObject(rule) && "verbs" in rule);
}
/**
* Whether the rules of `outer` grant everything that those of `inner` do, wildcards understood. Rules that are too
* large to be taken apart are not covered.
*/
function rbacCovers(outer, inner) {
	const granting = outer.filter(isJsonObject);
	let grants = 0;
	for (const rule of inner) {
		if (!isJsonObject(rule)) return false;
		for (const grant of grantsOf(rule)) {
			grants += 1;
			if (grants > MAX_GRANTS || !granting.some((candidate) => allows$1(candidate, grant))) return false;
		}
	}
	return true;
}
function* grantsOf(rule) {
	const names = texts$1(rule["resourceNames"]);
	for (const verb of texts$1(rule["verbs"])) {
		for (const url of texts$1(rule["nonResourceURLs"])) yield {
			verb,
			url,
			group: "",
			resource: "",
			name: null
		};
		for (const group of texts$1(rule["apiGroups"])) for (const resource of texts$1(rule["resources"])) for (const name of names.length > 0 ? names : [null]) yield {
			verb,
			url: null,
			group,
			resource,
			name
		};
	}
}
function allows$1(rule, grant) {
	if (!has(rule["verbs"], grant.verb)) return false;
	if (grant.url !== null) return allowsUrl(texts$1(rule["nonResourceURLs"]), grant.url);
	const names = texts$1(rule["resourceNames"]);
	return has(rule["apiGroups"], grant.group) && allowsResource(texts$1(rule["resources"]), grant.resource) && (names.length === 0 || grant.name !== null && names.includes(grant.name));
}
function allowsResource(resources, resource) {
	const slash = resource.indexOf("/");
	const everyWithSubresource = slash < 0 ? null : `*${resource.slice(slash)}`;
	return resources.some((known) => known === "*" || known === resource || known === everyWithSubresource);
}
function allowsUrl(urls, url) {
	return urls.some((known) => known === "*" || known === url || known.endsWith("*") && url.startsWith(known.slice(0, -1)));
}
function has(list, word) {
	const words = texts$1(list);
	return words.includes("*") || words.includes(word);
}
function texts$1(value) {
	return isJsonList(value) ? value.filter((item) => typeof item === "string") : [];
}

// src/core/policy/change-operators/value-set.ts
const EVERYTHING = { kind: "everything" };
const NOTHING$3 = {
	kind: "some",
	ranges: [],
	words: [],
	rules: []
};
/** The set that a written value stands for: a list, a comma-separated text, or one word. `*` is everything. */
function valueSet(value) {
	if (isRbacRules(value)) return {
		...NOTHING$3,
		rules: value
	};
	const items = isJsonList(value) ? value : typeof value === "string" ? splitWords(value) : [value];
	if (items.some((item) => item === "*")) return EVERYTHING;
	const ranges = [];
	const words = [];
	for (const item of items) {
		const addresses = addressesOf(item);
		if (addresses) ranges.push(...addresses);
		else words.push(typeof item === "string" ? item : canonicalJson(item));
	}
	return {
		kind: "some",
		ranges,
		words,
		rules: []
	};
}
/** Whether everything in `inner` is in `outer` too. Not known is no. */
function covers$1(outer, inner) {
	if (outer.kind === "everything") return true;
	if (inner.kind === "everything") return false;
	return rangesCover(outer.ranges, inner.ranges) && inner.words.every((word) => outer.words.some((known) => wordCovers(known, word))) && rbacCovers(outer.rules, inner.rules);
}
function splitWords(text) {
	return text.split(",").map((word) => word.trim()).filter((word) => word !== "");
}
/** A CIDR, or a NetworkPolicy peer that is nothing but addresses. */
function addressesOf(item) {
	if (typeof item === "string") {
		const range = parseCidr(item);
		return range && [range];
	}
	if (!isJsonObject(item) || Object.keys(item).length !== 1) return void 0;
	const block = item["ipBlock"];
	if (!isJsonObject(block) || typeof block["cidr"] !== "string") return void 0;
	const range = parseCidr(block["cidr"]);
	return range && subtractAll(range, exceptionsOf(block["except"]));
}
/** An exception that cannot be read takes nothing away. */
function exceptionsOf(except) {
	if (!isJsonList(except)) return [];
	return except.flatMap((item) => typeof item === "string" ? parseCidr(item) ?? [] : []);
}
/** `*.example.com` is every name with one more label. */
function wordCovers(known, word) {
	if (known === word) return true;
	if (!known.startsWith("*.")) return false;
	const dot = word.indexOf(".");
	return dot > 0 && !word.startsWith("*") && word.slice(dot) === known.slice(1);
}

// src/core/policy/change-operators/absent-value.ts
/** Numbers that Kubernetes fills in. */
const NUMBERS = /* @__PURE__ */ new Map([
	["replicas", 1n],
	["minReplicas", 1n],
	["parallelism", 1n],
	["backoffLimit", 6n],
	["terminationGracePeriodSeconds", 30n],
	["revisionHistoryLimit", 10n],
	["progressDeadlineSeconds", 600n],
	["minReadySeconds", 0n],
	["partition", 0n],
	["initialDelaySeconds", 0n],
	["timeoutSeconds", 1n],
	["periodSeconds", 10n],
	["successThreshold", 1n],
	["failureThreshold", 3n]
]);
/** Booleans that are true unless somebody says no. */
const TRUE_UNLESS_SAID = /* @__PURE__ */ new Set([
	"allowPrivilegeEscalation",
	"automountServiceAccountToken",
	"enableServiceLinks"
]);
/** Lists that grant or name nothing when they are not there; any other list restricts, so without it all is let in. */
const NOTHING_UNLESS_SAID = /^(?:rules|verbs|resources|apiGroups|nonResourceURLs|subjects|add|externalIPs|tolerations|tls)$|deny|black|block|exclude|except/i;
/**
* What stands at a side: what is written, else what its absence means, else undefined. Where the object or the list
* element itself is missing, nothing stands there.
*/
function effectiveValue(side, place, test) {
	if (side.value !== void 0 || !side.scope) return side.value;
	return test.absent ?? knownDefault(place);
}
/** The set at a side, for `widened` and `narrowed`. An empty list counts as absent. */
function setAt(side, place, test) {
	if (!side.scope) return NOTHING$3;
	if (!isEmpty$1(side.value)) return valueSet(side.value ?? null);
	if (test.absent !== void 0) return isEmpty$1(test.absent) ? NOTHING$3 : valueSet(test.absent);
	return NOTHING_UNLESS_SAID.test(place.keys.at(-1) ?? "") ? NOTHING$3 : EVERYTHING;
}
/** Whether a value says as little as none: an empty text or list. An empty map says something (`emptyDir: {}`). */
function isEmpty$1(value) {
	return value === void 0 || value === null || value === "" || Array.isArray(value) && value.length === 0;
}
function knownDefault(place) {
	const key = place.keys.at(-1) ?? "";
	if (TRUE_UNLESS_SAID.has(key)) return true;
	if ([place.old.value, place.new.value].some((value) => typeof value === "boolean")) return false;
	return NUMBERS.get(key);
}

// src/core/policy/change-operators/exact-number.ts
/**
* Compares two amounts exactly: numbers and Kubernetes quantities (`1000m` is `1`, `1Gi` is `1024Mi`), percentages, or
* durations (`90s` is `1m30s`). Negative when `a` is less; undefined when they cannot be compared.
*/
function compareAmounts(a, b) {
	for (const read of [
		readQuantity,
		readPercentage,
		readDuration
	]) {
		const [left, right] = [read(a), read(b)];
		if (left && right) return compareExact(left, right);
	}
}
/** Whether an amount is nothing: `0`, `0m`, `0%`, `0s`. */
function isZero(value) {
	return [
		readQuantity,
		readPercentage,
		readDuration
	].some((read) => read(value)?.digits === 0n);
}
/** A text that is equal for equal quantities, or undefined when it is none. */
function canonicalQuantity(value) {
	const exact = readQuantity(value);
	if (!exact) return void 0;
	let { digits, exponent } = exact;
	while (digits !== 0n && digits % 10n === 0n) {
		digits /= 10n;
		exponent += 1;
	}
	return digits === 0n ? "0" : `${String(digits)}e${String(exponent)}`;
}
const BINARY$1 = [
	"Ki",
	"Mi",
	"Gi",
	"Ti",
	"Pi",
	"Ei"
];
const DECIMAL$2 = /* @__PURE__ */ new Map([
	["n", -9],
	["u", -6],
	["m", -3],
	["k", 3],
	["M", 6],
	["G", 9],
	["T", 12],
	["P", 15],
	["E", 18]
]);
const MAX_LENGTH$1 = 100;
function readQuantity(value) {
	if (typeof value === "bigint") return {
		digits: value,
		exponent: 0
	};
	if (typeof value !== "number" && typeof value !== "string") return void 0;
	const text = String(value);
	if (text.length > MAX_LENGTH$1) return void 0;
	const form = /^([+-]?)(\d*)(?:\.(\d*))?(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]|[eE][+-]?\d{1,3})?$/.exec(text);
	if (!form) return void 0;
	const [, sign, whole = "", fraction = "", suffix = ""] = form;
	if (whole + fraction === "") return void 0;
	return scaleBy(suffix, BigInt(whole + fraction) * (sign === "-" ? -1n : 1n), fraction.length);
}
function scaleBy(suffix, digits, decimals) {
	const power = BINARY$1.indexOf(suffix) + 1;
	if (power > 0) return {
		digits: digits * 1024n ** BigInt(power),
		exponent: -decimals
	};
	return {
		digits,
		exponent: (DECIMAL$2.get(suffix) ?? Number(suffix.slice(1))) - decimals
	};
}
function readPercentage(value) {
	return typeof value === "string" && /^[\d.]+%$/.test(value) ? readQuantity(value.slice(0, -1)) : void 0;
}
const NANOSECONDS$1 = /* @__PURE__ */ new Map([
	["ns", 1n],
	["us", 1000n],
	["µs", 1000n],
	["ms", 1000000n],
	["s", 1000000000n],
	["m", 60000000000n],
	["h", 3600000000000n],
	["d", 86400000000000n],
	["w", 604800000000000n]
]);
function readDuration(value) {
	if (typeof value !== "string" || value.length > MAX_LENGTH$1) return void 0;
	if (value === "0") return {
		digits: 0n,
		exponent: 0
	};
	if (!/^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h|d|w))+$/.test(value)) return void 0;
	let sum = {
		digits: 0n,
		exponent: 0
	};
	for (const [, whole = "", fraction = "", unit = ""] of value.matchAll(/(\d+)(?:\.(\d+))?([a-zµ]+)/g)) {
		const digits = BigInt(whole + fraction) * (NANOSECONDS$1.get(unit) ?? 0n);
		sum = add(sum, {
			digits,
			exponent: -fraction.length
		});
	}
	return sum;
}
function add(a, b) {
	const exponent = Math.min(a.exponent, b.exponent);
	return {
		digits: scaled(a, exponent) + scaled(b, exponent),
		exponent
	};
}
function compareExact(a, b) {
	const exponent = Math.min(a.exponent, b.exponent);
	const [left, right] = [scaled(a, exponent), scaled(b, exponent)];
	if (left === right) return 0;
	return left < right ? -1 : 1;
}
function scaled(value, exponent) {
	return value.digits * 10n ** BigInt(value.exponent - exponent);
}

// src/core/policy/change-operators/new-values.ts
/** Whether a value that was not there before matches. Of a list, each new element is looked at. */
function hasNewMatch(test, old, now) {
	const before = new Set(textsOf$1(old));
	return textsOf$1(now).some((text) => !before.has(text) && matches(test, text));
}
function textsOf$1(value) {
	if (value === void 0 || value === null) return [];
	if (isJsonList(value)) return value.flatMap(textsOf$1);
	return [isJsonObject(value) ? canonicalJson(value) : String(value)];
}
/** A pattern that cannot be run matches everything: not knowing is no reason to pass. */
function matches(test, text) {
	if (test.values?.matches(text)) return true;
	if (!test.pattern) return false;
	const answer = test.pattern.ask({ value: () => text });
	return !answer.ok || answer.value;
}

// src/core/policy/change-operators/same-value.ts
/** Keys below which amounts are quantities, so that `1000m` and `1` are the same. */
const QUANTITIES = /* @__PURE__ */ new Set([
	"limits",
	"requests",
	"capacity",
	"hard",
	"allocatable",
	"overhead",
	"sizeLimit",
	"storage"
]);
/** Whether two values mean the same at a path; an empty list is no value. */
function sameValue(keys, a, b) {
	if (isEmptyList(a) && isEmptyList(b)) return true;
	if (a === void 0 || b === void 0) return a === b;
	const quantities = keys.some((key) => QUANTITIES.has(key));
	return canonicalJson(normal(a, quantities)) === canonicalJson(normal(b, quantities));
}
function isEmptyList(value) {
	return value !== "" && isEmpty$1(value);
}
function normal(value, quantity) {
	if (isJsonList(value)) return value.map((item) => normal(item, quantity));
	if (isJsonObject(value)) {
		const entries = Object.entries(value).map(([key, member]) => [key, normal(member, quantity || QUANTITIES.has(key))]);
		return Object.fromEntries(entries);
	}
	return quantity ? canonicalQuantity(value) ?? value : value;
}

// src/core/policy/change-operators/test-change.ts
/** Every place of a change at which a test holds. */
function testChange(test, change, find) {
	return test.paths.flatMap((path) => find(path).filter((place) => holds(test, place)).map((place) => ({
		pointer: (change.operation === "DELETE" ? place.old : place.new).pointer,
		value: effectiveValue(place.new, place, test),
		oldValue: effectiveValue(place.old, place, test)
	})));
}
function holds(test, place) {
	switch (test.op) {
		case "added": return isEmpty$1(place.old.value) && !isEmpty$1(place.new.value);
		case "removed": return !isEmpty$1(place.old.value) && isEmpty$1(place.new.value);
		case "changed": return isChanged(test, place);
		case "widened": return !isSame$1(place) && !covers$1(setAt(place.old, place, test), setAt(place.new, place, test));
		case "narrowed": return !isSame$1(place) && !covers$1(setAt(place.new, place, test), setAt(place.old, place, test));
		case "set-true": return becomes(true, test, place);
		case "set-false": return becomes(false, test, place);
		case "increased":
		case "decreased":
		case "to-zero": return hasMoved(test, place);
		case "matches": return hasNewMatch(test, effectiveValue(place.old, place, test), effectiveValue(place.new, place, test));
		default: return test.op;
	}
}
/** Sets that cannot be understood cover nothing, not even themselves. */
function isSame$1(place) {
	return place.old.scope === place.new.scope && sameValue(place.keys, place.old.value, place.new.value);
}
function isChanged(test, place) {
	return !sameValue(place.keys, effectiveValue(place.old, place, test), effectiveValue(place.new, place, test));
}
/**
* An explicit value in a new object or element counts: before it, nothing was said. A default there does not: nobody
* chose it.
*/
function becomes(wanted, test, place) {
	if ((place.new.scope ? truth(effectiveValue(place.new, place, test)) ?? false : void 0) !== wanted) return false;
	if (!place.old.scope) return place.new.value !== void 0;
	return (truth(effectiveValue(place.old, place, test)) ?? false) !== wanted;
}
/** Annotations say it in quotes. */
function truth(value) {
	if (typeof value === "boolean") return value;
	if (typeof value !== "string") return void 0;
	return [
		"true",
		"1",
		"t",
		"yes",
		"on"
	].includes(value.toLowerCase());
}
function hasMoved(test, place) {
	const before = amountAt(place.old, place, test);
	const now = amountAt(place.new, place, test);
	if (test.op === "to-zero") return place.old.scope && place.new.scope && isAmount(before, false) && isAmount(now, true);
	if (before === void 0 || now === void 0) return before !== now;
	const direction = compareAmounts(before, now);
	if (direction === void 0) return !sameValue(place.keys, before, now);
	return test.op === "increased" ? direction < 0 : direction > 0;
}
function isAmount(value, zero) {
	return value !== void 0 && isZero(value) === zero;
}
/** What is not there at all is nothing; a field that is missing without a known default cannot be compared. */
function amountAt(side, place, test) {
	if (!side.scope) return 0n;
	const value = effectiveValue(side, place, test);
	return isEmpty$1(value) || isJsonList(value) ? void 0 : value;
}

// src/core/policy/cel.ts?deferred
let loaded;
const load = () => loaded ??= createRequire(import.meta.url)("./cel.cjs");
function parseCel(...given) {
	return load().parseCel(...given);
}
function planCel(...given) {
	return load().planCel(...given);
}
function celVariable(...given) {
	return load().celVariable(...given);
}
function celFunctions(...given) {
	return load().celFunctions(...given);
}

// src/core/model/did-you-mean.ts
/** The known word that was probably meant, or undefined when none is near. */
function didYouMean(seen, known) {
	const word = seen.toLowerCase().slice(0, 100);
	const limit = Math.max(1, Math.floor(word.length / 3));
	let best;
	for (const candidate of known) {
		const distance = editDistance(word, candidate.toLowerCase().slice(0, 100));
		if (distance <= limit && (!best || distance < best.distance)) best = {
			word: candidate,
			distance
		};
	}
	return best?.word;
}
/** Insertions, deletions, replacements and swaps of neighbours. */
function editDistance(a, b) {
	let before = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const replaced = (last[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
			const cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced);
			row.push(isSwapped(a, b, i, j) ? Math.min(cost, (before[j - 2] ?? 0) + 1) : cost);
		}
		before = last;
		last = row;
	}
	return last[b.length] ?? 0;
}
function isSwapped(a, b, i, j) {
	return i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
}

// src/core/policy/expression-names.ts
const TYPES$1 = /* @__PURE__ */ new Set([
	"int",
	"uint",
	"double",
	"bool",
	"string",
	"bytes",
	"list",
	"map",
	"null_type",
	"type"
]);
/** Collects the free variables and the called functions; operators are no functions here. */
function expressionNames(tree, functions) {
	const walk = {
		tree,
		functions,
		found: {
			variables: [],
			functions: [],
			depth: 0
		}
	};
	visit(walk, tree.root, /* @__PURE__ */ new Set(), 0);
	return walk.found;
}
function visit(walk, node, bound, depth) {
	if (!node) return;
	const kind = node.exprKind;
	switch (kind.case) {
		case "identExpr":
			useVariable(walk, node, kind.value.name, bound);
			break;
		case "selectExpr":
			visit(walk, kind.value.operand, bound, depth);
			break;
		case "listExpr":
			for (const element of kind.value.elements) visit(walk, element, bound, depth);
			break;
		case "callExpr":
		case "structExpr":
		case "comprehensionExpr":
			visitCompound(walk, node, bound, depth);
			break;
		case "constExpr":
		case void 0:
	}
}
function visitCompound(walk, node, bound, depth) {
	const kind = node.exprKind;
	if (kind.case === "callExpr") visitCall(walk, node, kind.value, bound, depth);
	else if (kind.case === "comprehensionExpr") visitLoop(walk, kind.value, bound, depth);
	else if (kind.case === "structExpr") for (const entry of kind.value.entries) {
		if (entry.keyKind.case === "mapKey") visit(walk, entry.keyKind.value, bound, depth);
		visit(walk, entry.value, bound, depth);
	}
}
function visitCall(walk, node, call, bound, depth) {
	const qualified = qualifiedName$1(call.target, call.function);
	const isQualified = qualified !== null && walk.functions.has(qualified);
	if (!isQualified) visit(walk, call.target, bound, depth);
	for (const argument of call.args) visit(walk, argument, bound, depth);
	const name = isQualified ? qualified : call.function;
	if (!/^[A-Za-z]/.test(name)) return;
	walk.found.functions.push({
		name,
		offset: walk.tree.offsetOf(node)
	});
}
function visitLoop(walk, loop, bound, depth) {
	walk.found.depth = Math.max(walk.found.depth, depth + 1);
	visit(walk, loop.iterRange, bound, depth);
	visit(walk, loop.accuInit, bound, depth);
	const inside = /* @__PURE__ */ new Set([
		...bound,
		loop.iterVar,
		loop.iterVar2,
		loop.accuVar
	]);
	for (const part of [
		loop.loopCondition,
		loop.loopStep,
		loop.result
	]) visit(walk, part, inside, depth + 1);
}
function useVariable(walk, node, name, bound) {
	if (bound.has(name) || TYPES$1.has(name)) return;
	walk.found.variables.push({
		name: celVariable(name),
		offset: walk.tree.offsetOf(node)
	});
}
/** `strings.quote` for a call that looks like a method of a variable `strings`. */
function qualifiedName$1(target, name) {
	if (target?.exprKind.case !== "identExpr") return null;
	return `${target.exprKind.value.name}.${name}`;
}

// src/core/policy/expression.ts
const MAX_LENGTH = 1e4;
const MAX_DEPTH = 4;
/** Reads of values in one evaluation; an object of a thousand fields in a loop of a thousand rounds. */
const BUDGET = 1e6;
/** Makes an expression; {@link expressionProblems} says whether it is a good one. */
function createExpression(text) {
	let compiled;
	const get = () => compiled ??= compile$1(text);
	return {
		text,
		uses(variable) {
			const expression = get();
			return expression.ok && expression.value.uses.has(variable);
		},
		ask(variables) {
			const answer = evaluate(get(), variables);
			if (!answer.ok) return answer;
			return typeof answer.value === "boolean" ? ok(answer.value) : err("its result is no boolean");
		},
		say(variables) {
			const answer = evaluate(get(), variables);
			if (!answer.ok) return answer;
			return typeof answer.value === "string" ? ok(answer.value) : err("its result is no text");
		}
	};
}
/** Every mistake that can be seen without running: syntax, size, variables and functions that do not exist. */
function expressionProblems(text, variables) {
	const tooLong = lengthProblem(text);
	if (tooLong !== null) return [{
		code: "policy.expression-syntax",
		text: tooLong,
		offset: 0
	}];
	const parsed = parseCel(text);
	if (!parsed.ok) return [{
		code: "policy.expression-syntax",
		text: parsed.error.text,
		offset: parsed.error.offset
	}];
	const names = expressionNames(parsed.value, celFunctions());
	const problems = [];
	if (names.depth > MAX_DEPTH) {
		const tooDeep = `loops stand ${String(names.depth)} deep; at most ${String(MAX_DEPTH)} are run`;
		problems.push({
			code: "policy.expression-syntax",
			text: tooDeep,
			offset: 0
		});
	}
	return [
		...problems,
		...unknownVariables(names, variables),
		...unknownFunctions(names)
	];
}
function compile$1(text) {
	const tooLong = lengthProblem(text);
	if (tooLong !== null) return err(tooLong);
	const parsed = parseCel(text);
	if (!parsed.ok) return err(`it does not parse: ${parsed.error.text}`);
	const names = expressionNames(parsed.value, celFunctions());
	if (names.depth > MAX_DEPTH) return err(`its loops stand more than ${String(MAX_DEPTH)} deep`);
	return planned(parsed.value, new Set(names.variables.map((used) => used.name)));
}
function planned(tree, uses) {
	try {
		return ok({
			uses,
			run: planCel(tree)
		});
	} catch {
		return err("it uses a part of the language that is not carried out here");
	}
}
function evaluate(expression, variables) {
	if (!expression.ok) return expression;
	const budget = { left: BUDGET };
	try {
		const bindings = Object.create(null);
		for (const name of expression.value.uses) {
			const make = Object.hasOwn(variables, name) ? variables[name] : void 0;
			if (make) bindings[name] = make(budget);
		}
		const answer = expression.value.run(bindings);
		return budget.left < 0 ? err(exhausted()) : answer;
	} catch {
		return err(exhausted());
	}
}
function exhausted() {
	return `it reads more than ${String(BUDGET)} values`;
}
function lengthProblem(text) {
	if (text.length <= MAX_LENGTH) return null;
	return `it has ${String(text.length)} characters; at most ${String(MAX_LENGTH)} are read`;
}
function unknownVariables(names, variables) {
	return names.variables.filter((used) => !variables.includes(used.name)).map((used) => ({
		code: "policy.unknown-variable",
		text: `there is no variable "${used.name}" here; there are ${variables.join(", ")}`,
		offset: used.offset,
		...suggest(used.name, variables)
	}));
}
function unknownFunctions(names) {
	const known = celFunctions();
	return names.functions.filter((used) => !known.has(used.name)).map((used) => ({
		code: "policy.unknown-function",
		text: `there is no function "${used.name}"`,
		offset: used.offset,
		...suggest(used.name, [
			...known,
			"has",
			"all",
			"exists",
			"exists_one",
			"map",
			"filter"
		])
	}));
}
function suggest(seen, known) {
	const near = didYouMean(seen, known.filter((name) => /^[a-z]/i.test(name)));
	return near === void 0 ? {} : { suggestion: near };
}

// src/core/policy/compile-expression.ts
/** The variables of an expression, by what its rule looks at. */
const VARIABLES = {
	objects: [
		"object",
		"oldObject",
		"operation",
		"verbs",
		"environment",
		"cluster",
		"routes",
		"pullRequest",
		"namespace",
		"name",
		"title",
		"kind",
		"group",
		"path"
	],
	files: [
		"path",
		"operation",
		"environment",
		"cluster",
		"pullRequest"
	],
	issues: [
		"path",
		"operation",
		"environment",
		"cluster",
		"pullRequest",
		"code",
		"text",
		"line"
	]
};
/** The variables that a rule with `change` has besides: the matched place, and all new values that matched. */
const CHANGE_VARIABLES = [
	"value",
	"oldValue",
	"values",
	"pointer"
];
/** The variables that speak of one matched place. */
const PLACE_VARIABLES = [
	"value",
	"oldValue",
	"pointer"
];
/** Makes an expression and reports what is wrong with it; `checked` false leaves that to its first use. */
function compileExpression(text, variables, pointer, report, checked) {
	for (const problem of checked ? expressionProblems(text, variables) : []) {
		const near = problem.suggestion;
		const sentence = `${problem.text.slice(0, 1).toUpperCase()}${problem.text.slice(1)}`;
		report.add(pointer, {
			code: problem.code,
			text: `${sentence} (character ${String(problem.offset + 1)} of the expression)${near === void 0 ? "." : `; did you mean "${near}"?`}`,
			...near === void 0 ? {} : { suggestion: near }
		});
	}
	return createExpression(text);
}

// src/core/policy/judge.ts
const MAX_MESSAGE = 1e3;
/** Asks the `change` and `when` of a rule whose match holds for a changed object; undefined: it does not apply. */
function judgeObject(rule, change, find, variables) {
	if (rule.change.length === 0) return judge$1(rule, variables, null);
	const conditions = rule.change.map((condition) => condition.any.flatMap((test) => testChange(test, change, find)));
	const [first] = conditions;
	if (!first || conditions.some((places) => places.length === 0)) return void 0;
	return judgePlaces(rule, first, variables);
}
/** Asks the `when` of a rule that looks at no place inside an object. */
function judge$1(rule, variables, pointer) {
	const answer = rule.when ? rule.when.ask(variables) : ok(true);
	if (!answer.ok) return {
		kind: "unknown",
		pointer,
		error: answer.error,
		holds: false
	};
	return answer.value ? conclude(rule, variables, pointer) : void 0;
}
/**
* A condition that speaks of the value is asked for each place, and keeps those for which it holds; any other is asked
* once. The finding is at the first.
*/
function judgePlaces(rule, places, variables) {
	const chosen = keepPlaces(rule, places, variables);
	const [first] = chosen.ok ? chosen.value : places;
	if (!first) return void 0;
	if (!chosen.ok) return {
		kind: "unknown",
		pointer: first.pointer,
		error: chosen.error,
		holds: false
	};
	return conclude(rule, {
		...variables,
		...placeVariables(first, chosen.value)
	}, first.pointer);
}
/** An answer that is not known counts only when no place is known to hold. */
function keepPlaces(rule, places, variables) {
	const { when } = rule;
	if (!when) return ok(places);
	if (!PLACE_VARIABLES.some((name) => when.uses(name))) {
		const [first] = places;
		const answer = when.ask(first ? {
			...variables,
			...placeVariables(first, places)
		} : variables);
		if (!answer.ok) return answer;
		return ok(answer.value ? places : []);
	}
	let error;
	const kept = places.filter((place) => {
		const answer = when.ask({
			...variables,
			...placeVariables(place, places)
		});
		if (!answer.ok) error ??= answer.error;
		return answer.ok && answer.value;
	});
	return error === void 0 || kept.length > 0 ? ok(kept) : err(error);
}
function conclude(rule, variables, pointer) {
	if (!rule.messageExpression) return {
		kind: "holds",
		pointer,
		message: rule.message
	};
	const message = rule.messageExpression.say(variables);
	if (!message.ok) return {
		kind: "unknown",
		pointer,
		error: message.error,
		holds: true
	};
	return {
		kind: "holds",
		pointer,
		message: message.value.slice(0, MAX_MESSAGE)
	};
}

// src/core/policy/make-finding.ts
/** What a rule's judgement of one subject means. `matches` says whether an exception's match holds for that subject. */
function makeFinding(policy, rule, judgement, about, now, matches) {
	const { title, ...place } = about;
	const common = {
		...place,
		rule: rule.id,
		why: rule.why,
		references: rule.references
	};
	if (judgement.kind === "unknown") return {
		...common,
		...unknown$2(rule, judgement.holds),
		message: `The rule ${rule.id} could not be evaluated for ${title}: ${judgement.error}.`
	};
	return {
		...common,
		severity: cappedSeverity(policy, rule, place.environment),
		effect: rule.effect,
		message: judgement.message,
		narrows: rule.narrows,
		exception: exceptionFor(policy.exceptions, rule, now, matches)
	};
}
/** Not knowing holds, and denies only what certainly holds: at least high, never a mere notice, capped by no environment and waived by no exception. */
function unknown$2(rule, holds) {
	return {
		severity: compareSeverity(rule.severity, "high") > 0 ? rule.severity : "high",
		effect: holds && rule.effect === "deny" ? "deny" : "require",
		narrows: false,
		exception: null
	};
}
function cappedSeverity(policy, rule, environment) {
	const cap = policy.environments.find((candidate) => candidate.name === environment)?.maxSeverity;
	return cap && !rule.locked ? capSeverity(rule.severity, cap) : rule.severity;
}
function exceptionFor(exceptions, rule, now, matches) {
	if (rule.locked) return null;
	const found = exceptions.find((exception) => exception.rule === rule.id && now < exception.expiresAt && matches(exception.match));
	return found ? {
		owner: found.owner,
		until: found.until,
		reason: found.reason
	} : null;
}

// src/core/policy/match-subject.ts
/** Whether a match holds for a changed object. */
function matchesObject(match, change) {
	const { ref } = change;
	if (match.files || match.issues) return false;
	return allows(match.kinds, groupKind(ref)) && allows(match.namespaces, ref.namespace) && allows(match.names, ref.name) && allows(match.environments, change.environment) && allows(match.clusters, change.cluster) && (!match.operations || match.operations.includes(change.operation)) && (!match.verbs || match.verbs.some((verb) => change.verbs.includes(verb)));
}
/** Whether a match holds for a file. An exception for a rule about files may leave `files` out. */
function matchesFile(match, file) {
	if (match.kinds || match.namespaces || match.names || match.verbs) return false;
	return allows(match.files, file.path) && allows(match.issues, file.code) && allows(match.environments, file.placement.environment) && allows(match.clusters, file.placement.cluster) && (!match.operations || match.operations.includes(file.operation));
}
function allows(globs, text) {
	return !globs || text !== null && globs.matches(text);
}

// src/core/policy/select-files.ts
/** Whether a file is desired state: included, not excluded, and by its name YAML or JSON. */
function isManifestPath(policy, path) {
	const { include, exclude } = policy.manifests;
	if (!/\.(?:yaml|yml|json)$/.test(path) || exclude.matches(path)) return false;
	return include ? include.matches(path) : !path.startsWith(".github/");
}
/** Whether a policy says that what stands under a name is secret. */
function isSecretByPolicy(policy, name) {
	return policy.manifests.secrets.matches(name.toLowerCase());
}
/** Where the objects of a file go: the first environment whose paths match it. */
function placementOf(policy, path) {
	const environment = policy.environments.find((candidate) => candidate.paths.matches(path));
	if (!environment) return {
		environment: null,
		cluster: null,
		namespace: "default"
	};
	return {
		environment: environment.name,
		cluster: environment.cluster,
		namespace: environment.namespace
	};
}

// src/core/policy/find-file-risks.ts
/** Findings of rules about changed files and about what was wrong when reading them: one for each rule and file. */
function findFileRisks(policy, changes, pullRequest, now) {
	const onlyRewritten = new Set(changes.files.filter((file) => file.rewritten).map(({ path }) => path));
	const operations = new Map(changes.files.map((file) => [file.path, file.operation]));
	const files = changes.files.filter(({ rewritten }) => !rewritten).map((file) => {
		const placement = placementOf(policy, file.path);
		return {
			subject: {
				path: file.path,
				operation: file.operation,
				placement,
				code: null
			},
			line: null,
			variables: fileVariables(file, placement, pullRequest)
		};
	});
	const issues = sortIssues(changes.issues).map((issue) => issueCandidate(policy, issue, operations.get(issue.path) ?? "UPDATE", pullRequest));
	return policy.rules.flatMap((rule) => {
		if (rule.target === "objects") return [];
		if (rule.target === "issues") return findingsOf(policy, rule, issues, now);
		return findingsOf(policy, rule, rule.locked ? files : files.filter(({ subject }) => !onlyRewritten.has(subject.path)), now);
	});
}
function issueCandidate(policy, issue, operation, pullRequest) {
	const placement = placementOf(policy, issue.path);
	return {
		subject: {
			path: issue.path,
			operation,
			placement,
			code: issue.code
		},
		line: issue.line,
		variables: issueVariables(issue, operation, placement, pullRequest)
	};
}
/** A file with many mistakes is one thing to approve: the finding stands at the first that matches. */
function findingsOf(policy, rule, candidates, now) {
	const found = /* @__PURE__ */ new Map();
	for (const { subject, line, variables } of candidates) {
		if (found.has(subject.path) || !matchesFile(rule.match, subject)) continue;
		const judgement = judge$1(rule, variables, null);
		if (!judgement) continue;
		const about = {
			title: subject.path,
			object: null,
			environment: subject.placement.environment,
			cluster: subject.placement.cluster,
			path: subject.path,
			line,
			pointer: null,
			paths: [subject.path],
			subject: {
				kind: "file",
				path: subject.path
			}
		};
		found.set(subject.path, makeFinding(policy, rule, judgement, about, now, (match) => matchesFile(match, subject)));
	}
	return [...found.values()];
}

// src/core/policy/find-risks.ts
/**
* Every rule that matches a change, most severe first, then by path, line and rule: one finding for each rule and object
* or file. What could not be evaluated is a finding too. `now` decides which exceptions are over.
*/
function findRisks(policy, changes, pullRequest, now) {
	const rulesFor = rulesByKind$1(policy);
	return [...changes.changes.flatMap((change) => objectFindings(policy, rulesFor(change), change, changes, pullRequest, now)), ...findFileRisks(policy, changes, pullRequest, now)].toSorted(compareFindings);
}
function objectFindings(policy, rules, change, changes, pullRequest, now) {
	const variables = objectVariables(change, changes, pullRequest);
	const find = createPlaceFinder(change);
	return rules.flatMap((rule) => {
		if (!matchesObject(rule.match, change)) return [];
		const judgement = judgeObject(rule, change, find, variables);
		if (!judgement) return [];
		const { path, oldPath, line } = change.source;
		const about = {
			title: objectTitle(change.ref),
			object: change.ref,
			environment: change.environment,
			cluster: change.cluster,
			path,
			line: judgement.pointer === null ? line : change.locate(judgement.pointer).line,
			pointer: judgement.pointer,
			paths: oldPath === null || oldPath === path ? [path] : [path, oldPath],
			subject: {
				kind: "object",
				identity: change.identity
			}
		};
		return [makeFinding(policy, rule, judgement, about, now, (match) => matchesObject(match, change))];
	});
}
/** Most rules look at few kinds: each kind's rules are looked up once, however many objects there are. */
function rulesByKind$1(policy) {
	const rules = policy.rules.filter((rule) => rule.target === "objects");
	const known = /* @__PURE__ */ new Map();
	return (change) => {
		const kind = groupKind(change.ref);
		const found = known.get(kind) ?? rules.filter((rule) => rule.match.kinds?.matches(kind) ?? true);
		known.set(kind, found);
		return found;
	};
}
function compareFindings(a, b) {
	return compareSeverity(b.severity, a.severity) || compareText(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0) || compareText(a.rule, b.rule) || compareText(subjectKey(a.subject), subjectKey(b.subject));
}
function compareText(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

// src/core/policy/requirements-of.ts
/**
* What the findings ask for. A finding that is only a notice, that is denied or that has an exception asks for nothing.
* Every path of a finding is asked for by itself; requirements of one entry with the same owners are asked once, for
* all their findings. `ownersOf` gives the code owners of a path.
*/
function requirementsOf(policy, findings, ownersOf) {
	const approvals = /* @__PURE__ */ new Map();
	const windows = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		if (finding.effect !== "require" || finding.exception) continue;
		const needs = needsOf(policy, finding);
		if (!needs) continue;
		const asked = needs.approvals.flatMap((entry) => pathsOf$1(finding).map((path) => approvalFor(policy, needs, entry, finding, path, ownersOf)));
		for (const requirement of asked) join(approvals, requirement);
		if (needs.window) join(windows, windowFor(needs.window, asked, finding));
	}
	return [...finish$1(approvals), ...finish$1(windows)];
}
function needsOf(policy, finding) {
	return policy.environments.find((candidate) => candidate.name === finding.environment)?.requirements.get(finding.severity) ?? policy.requirements.get(finding.severity);
}
function pathsOf$1(finding) {
	return finding.paths.length > 0 ? [...new Set(finding.paths)] : [finding.path];
}
function approvalFor(policy, needs, entry, finding, path, ownersOf) {
	const asksCodeOwners = entry.from.includes("codeowners");
	const owners = asksCodeOwners ? codeOwners$1(policy, path, ownersOf) : [];
	const from = entry.from.flatMap((owner) => owner === "codeowners" ? owners : [owner]);
	return {
		kind: "approval",
		entry: entry.entry,
		from: [...new Map(from.map((owner) => [owner.toLowerCase(), owner])).values()],
		count: entry.count,
		strict: entry.strict,
		excludeCommitters: entry.excludeCommitters,
		distinct: needs.distinct,
		findings: [finding],
		paths: [path],
		unowned: asksCodeOwners && owners.length === 0 ? [path] : []
	};
}
function codeOwners$1(policy, path, ownersOf) {
	const owners = ownersOf(path);
	return owners.length > 0 ? owners : policy.fallbackOwners;
}
function windowFor(entry, asked, finding) {
	const openers = entry.openedBy ?? asked.flatMap((requirement) => requirement.from);
	return {
		kind: "window",
		entry: entry.entry,
		max: entry.max,
		bookAhead: entry.bookAhead,
		openers: [...new Map(openers.map((owner) => [owner.toLowerCase(), owner])).values()],
		excludeCommitters: entry.excludeCommitters,
		findings: [finding],
		paths: pathsOf$1(finding)
	};
}
function join(all, requirement) {
	const owners = requirement.kind === "approval" ? requirement.from : requirement.openers;
	const key = JSON.stringify([requirement.entry, ...owners.map((owner) => owner.toLowerCase()).toSorted()]);
	const asked = all.get(key) ?? {
		first: requirement,
		findings: /* @__PURE__ */ new Set(),
		paths: /* @__PURE__ */ new Set(),
		unowned: /* @__PURE__ */ new Set()
	};
	all.set(key, asked);
	for (const finding of requirement.findings) asked.findings.add(finding);
	for (const path of requirement.paths) asked.paths.add(path);
	if (requirement.kind === "approval") for (const path of requirement.unowned) asked.unowned.add(path);
}
function finish$1(all) {
	return [...all.values()].map(({ first, findings, paths, unowned }) => ({
		...first,
		findings: [...findings],
		paths: [...paths],
		...first.kind === "approval" ? { unowned: [...unowned] } : {}
	}));
}

// src/core/window/judge-claim.ts
/** Whether the window that a label asks for is open now, set by somebody who may, and for what the head is. */
function judgeClaim(claim, requirement, facts, contributors, comparison) {
	const { openers, excludeCommitters } = requirement;
	const { label, by, grantedAt, notBefore, notAfter } = claim;
	const why = by === null ? null : whyNotEligible(by, {
		from: openers,
		excludeCommitters
	}, facts, contributors);
	const doubt = why === null ? null : doubtAbout(why, requirement, facts);
	if (by === null || why !== null && doubt === null) return {
		verdict: "unmet",
		reason: {
			code: "window-opener-not-allowed",
			label,
			by: by === null ? null : accountOf(by),
			openers,
			why
		},
		grant: null
	};
	const grant = {
		label,
		grantedBy: accountOf(by),
		grantedAt,
		notBefore,
		notAfter
	};
	const closed = whyClosed(claim, requirement, facts.now, comparison);
	if (closed !== null) return {
		verdict: "unmet",
		reason: closed,
		grant
	};
	if (excludeCommitters && contributors.unknown.length > 0) return {
		verdict: "unmet",
		reason: {
			code: "unknown-committer",
			commits: contributors.unknown
		},
		grant
	};
	if (doubt !== null) return {
		verdict: "indeterminate",
		reason: doubt,
		grant
	};
	return {
		verdict: "met",
		reason: {
			code: "window-open",
			until: notAfter
		},
		grant
	};
}
/** Why it is not known whether the person may: a team they may be in was not read, or not to its end. */
function doubtAbout(why, { openers }, facts) {
	if (why.code !== "not-in-group") return null;
	const teams = unreadableTeams(openers, facts).map((team) => ({
		team: team.team,
		why: team.why
	}));
	if (teams.length > 0) return {
		code: "team-unreadable",
		teams
	};
	return facts.incomplete.includes("teams") && openers.some((opener) => opener.includes("/")) ? {
		code: "facts-incomplete",
		lists: ["teams"]
	} : null;
}
function whyClosed({ label, commit, grantedAt, notBefore, notAfter }, requirement, now, comparison) {
	if (now >= notAfter) return {
		code: "window-expired",
		closedAt: notAfter
	};
	const changed = requirement.findings.filter((finding) => !covers$2(commit, finding, comparison));
	if (changed.length > 0) return {
		code: "window-not-covering",
		label,
		subjects: subjectTitles(changed)
	};
	const opensAt = notBefore < grantedAt ? grantedAt : notBefore;
	return now < opensAt ? {
		code: "window-not-yet-open",
		opensAt
	} : null;
}

// src/core/window/head-at.ts
/** The head of the pull request at the time of an event: the last one that had arrived by then; null: not known. */
function headAt(event, facts) {
	let latest;
	for (const head of facts.heads) if (head.at <= event.at && (latest === void 0 || head.at >= latest.at)) latest = head;
	return latest?.sha ?? null;
}

// src/core/window/window-label.ts
const PREFIX = "deploy-window/";
const UTC_START = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?Z$/;
/** Hours and minutes, each as people write it: `30m`, `2h`, `1h30m`. */
const LENGTH = /^(?:[1-9]\d*h(?:[1-5]?\dm)?|[1-9]\d*m)$/;
const NAME = /^[A-Za-z](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;
/**
* Reads `deploy-window/2h`, `deploy-window/2026-11-22T14:00Z+2h` or `deploy-window/<name>`; null for a label that
* is about something else. The prefix is taken by the letter, also its case.
*/
function parseWindowLabel(label) {
	if (!label.startsWith(PREFIX)) return null;
	const text = label.slice(14);
	if (NAME.test(text)) return {
		kind: "named",
		name: text
	};
	const plus = text.indexOf("+");
	const length = text.slice(plus + 1);
	const duration = LENGTH.test(length) ? parseDuration(length) : void 0;
	if (duration === void 0) return { kind: "malformed" };
	if (plus === -1) return {
		kind: "from-event",
		duration
	};
	const start = UTC_START.test(text.slice(0, plus)) ? parseInstant(text.slice(0, plus)) : void 0;
	return start === void 0 ? { kind: "malformed" } : {
		kind: "booked",
		start,
		duration
	};
}

// src/core/window/window-claims.ts
/**
* Reads the labels that are there now. Each stands on its newest event, by the order of the list and not by time,
* which has only seconds. No claim is longer than the requirement's `max` nor starts further ahead than `bookAhead`.
*/
function claimWindows(requirement, facts) {
	const claims = [];
	const faults = [];
	for (const label of [...new Set(facts.labels)].toSorted()) {
		const found = readLabel(label, requirement, facts);
		if (found === null) continue;
		if ("code" in found) faults.push(found);
		else claims.push(found);
	}
	return {
		claims,
		faults
	};
}
function readLabel(label, requirement, facts) {
	const window = parseWindowLabel(label);
	if (window === null) return null;
	if (window.kind === "malformed") return {
		code: "window-label-malformed",
		label,
		problem: "grammar"
	};
	if (window.kind === "named") return {
		code: "window-label-malformed",
		label,
		problem: "unknown-name"
	};
	const event = facts.labelEvents.findLast((candidate) => candidate.label === label);
	if (event?.event !== "labeled") return {
		code: "window-label-without-event",
		label
	};
	const start = window.kind === "booked" ? window.start : event.at;
	if (start - event.at > requirement.bookAhead) return {
		code: "window-label-malformed",
		label,
		problem: "too-far-ahead"
	};
	return {
		label,
		by: event.by,
		grantedAt: event.at,
		notBefore: start,
		notAfter: plus(start, Math.min(window.duration, requirement.max)),
		commit: event.commit ?? headAt(event, facts)
	};
}

// src/core/window/check-windows.ts
/**
* Whether a deploy window is open for what the head makes of the risky objects. `contents` says the same for every
* commit that was the head when a label was set; a commit that is not there covers nothing.
*/
function checkWindows(requirements, facts, head, contents) {
	const contributors = contributorsOf(facts);
	const comparison = {
		head,
		headSha: facts.pullRequest?.head.sha ?? null,
		contents
	};
	return requirements.map((requirement) => checkWindow(requirement, facts, contributors, comparison));
}
function checkWindow(requirement, facts, contributors, comparison) {
	const { claims, faults } = claimWindows(requirement, facts);
	const judgements = claims.map((claim) => judgeClaim(claim, requirement, facts, contributors, comparison));
	const missing = {
		code: "window-missing",
		max: requirement.max
	};
	const ranked = [...judgements, ...faults.map(opensNothing)].toSorted(compareJudgements);
	const lists = missingLists(requirement, claims, facts);
	const [best, ...others] = lists.length > 0 ? [unknown$1(lists), ...ranked] : ranked;
	return {
		kind: "window",
		requirement,
		...best ?? opensNothing(missing),
		notes: others.map(({ reason }) => reason)
	};
}
function opensNothing(reason) {
	return {
		verdict: "unmet",
		reason,
		grant: null
	};
}
function unknown$1(lists) {
	return {
		verdict: "indeterminate",
		reason: {
			code: "facts-incomplete",
			lists
		},
		grant: null
	};
}
/** From the nearest to open. */
const NEAREST = [
	"window-open",
	"team-unreadable",
	"facts-incomplete",
	"unknown-committer",
	"window-not-yet-open",
	"window-not-covering",
	"window-opener-not-allowed",
	"window-expired",
	"window-label-without-event",
	"window-label-malformed"
];
/** Among windows of one kind: the open one that closes last, the booked one that opens first, the expired one that was open last. */
function compareJudgements(a, b) {
	const nearer = NEAREST.indexOf(a.reason.code) - NEAREST.indexOf(b.reason.code);
	if (nearer !== 0 || a.grant === null || b.grant === null) return nearer;
	if (a.reason.code === "window-not-yet-open") return a.grant.notBefore - b.grant.notBefore;
	return b.grant.notAfter - a.grant.notAfter;
}
/** Lists that a window stands on and that were not read to their end. */
function missingLists({ excludeCommitters }, claims, facts) {
	const needed = /* @__PURE__ */ new Set(["labels", "labelEvents"]);
	if (excludeCommitters && claims.length > 0) needed.add("commits").add("heads");
	if (claims.some((claim) => claim.commit !== "head")) needed.add("heads");
	const missing = facts.incomplete.filter((list) => needed.has(list));
	if (facts.pullRequest === null && claims.length > 0) missing.push("pullRequest");
	return [...new Set(missing)].toSorted();
}

// node_modules/@noble/hashes/_u64.js
const fromNumH = (n) => n / 2 ** 32 | 0;
const fromNumL = (n) => n >>> 0;
function setU64FromNum(view, byteOffset, n, isLE) {
	const h = fromNumH(n);
	const l = fromNumL(n);
	view.setUint32(byteOffset, isLE ? l : h, isLE);
	view.setUint32(byteOffset + 4, isLE ? h : l, isLE);
}

// node_modules/@noble/hashes/utils.js
/**
* Checks if something is Uint8Array. Be careful: nodejs Buffer will return true.
* @param a - value to test
* @returns `true` when the value is a Uint8Array-compatible view.
* @example
* Check whether a value is a Uint8Array-compatible view.
* ```ts
* isBytes(new Uint8Array([1, 2, 3]));
* ```
*/
function isBytes(a) {
	return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a && a.BYTES_PER_ELEMENT === 1;
}
const atitle = (title) => title ? `"${title}" ` : "";
/**
* Asserts something is a non-negative integer.
* @param n - number to validate
* @param title - label included in thrown errors
* @returns The validated number.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Validate a non-negative integer option.
* ```ts
* anumber(32, 'length');
* ```
*/
function anumber(n, title = "") {
	if (typeof n !== "number") throw new TypeError(atitle(title) + "expected number, got " + typeof n);
	if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(atitle(title) + "expected integer >= 0, got " + n);
	return n;
}
/**
* Asserts something is Uint8Array.
* @param value - value to validate
* @param length - optional exact length constraint
* @param title - label included in thrown errors
* @returns The validated byte array.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Validate that a value is a byte array.
* ```ts
* abytes(new Uint8Array([1, 2, 3]));
* ```
*/
function abytes(value, length, title = "") {
	if (isBytes(value) && (length === void 0 || value.length === length)) return value;
	if (length !== void 0) anumber(length, "length");
	const bytes = isBytes(value);
	const ofLen = length !== void 0 ? ` of length ${length}` : "";
	const got = bytes ? `length=${value.length}` : `type=${typeof value}`;
	const message = atitle(title) + "expected Uint8Array" + ofLen + ", got " + got;
	if (!bytes) throw new TypeError(message);
	throw new RangeError(message);
}
const aobject = (value, label) => {
	if (value === null || typeof value !== "object" || Array.isArray(value)) throw new TypeError((label === "object" ? "" : `"${label}" `) + "expected object, got type=" + typeof value);
};
const aopts = (value, label) => {
	aobject(value, label);
	const proto = Object.getPrototypeOf(value);
	if (proto !== Object.prototype && proto !== null) throw new TypeError(`"${label}" expected plain object`);
	if (Object.hasOwn(value, "__proto__")) throw new TypeError(`"${label}.__proto__" is not allowed`);
};
/**
* Asserts a hash instance has not been destroyed or finished.
* @param instance - hash instance to validate
* @param checkFinished - whether to reject finalized instances
* @throws If the hash instance has already been destroyed or finalized. {@link Error}
* @example
* Validate that a hash instance is still usable.
* ```ts
* import { aexists } from '@noble/hashes/utils.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* const hash = sha256.create();
* aexists(hash);
* ```
*/
function aexists(instance, checkFinished = true) {
	if (instance.destroyed) throw new Error("hash was destroyed");
	if (checkFinished && instance.finished) throw new Error("digest() was already called");
}
/**
* Asserts output is a sufficiently-sized byte array.
* @param out - destination buffer
* @param instance - hash instance providing output length
* Oversized buffers are allowed; downstream code only promises to fill the first `outputLen` bytes.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Validate a caller-provided digest buffer.
* ```ts
* import { aoutput } from '@noble/hashes/utils.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* const hash = sha256.create();
* aoutput(new Uint8Array(hash.outputLen), hash);
* ```
*/
function aoutput(out, instance) {
	abytes(out, void 0, "output");
	const min = instance.outputLen;
	if (!(out.length >= min)) throw new RangeError("\"output\" expected length >= " + min);
}
/**
* Zeroizes typed arrays in place. Warning: JS provides no guarantees.
* @param arrays - arrays to overwrite with zeros
* @example
* Zeroize sensitive buffers in place.
* ```ts
* clean(new Uint8Array([1, 2, 3]));
* ```
*/
function clean(...arrays) {
	for (let i = 0; i < arrays.length; i++) arrays[i].fill(0);
}
/**
* Creates a DataView for byte-level manipulation.
* @param arr - source typed array
* @returns DataView over the same buffer region.
* @example
* Create a DataView over an existing buffer.
* ```ts
* createView(new Uint8Array(4));
* ```
*/
function createView(arr) {
	return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
}
/**
* Rotate-right operation for uint32 values.
* @param word - source word
* @param shift - shift amount in bits
* @returns Rotated word.
* @example
* Rotate a 32-bit word to the right.
* ```ts
* rotr(0x12345678, 8);
* ```
*/
function rotr(word, shift) {
	return word << 32 - shift | word >>> shift;
}
const hasHexBuiltin = /* @__PURE__ */ (() => typeof Uint8Array.from([]).toHex === "function" && typeof Uint8Array.fromHex === "function")();
const hexes = /* @__PURE__ */ Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
/**
* Convert byte array to hex string.
* Uses the built-in function when available and assumes it matches the tested
* fallback semantics.
* @param bytes - bytes to encode
* @returns Lowercase hexadecimal string.
* @throws On wrong argument types. {@link TypeError}
* @example
* Convert bytes to lowercase hexadecimal.
* ```ts
* bytesToHex(Uint8Array.from([0xca, 0xfe, 0x01, 0x23])); // 'cafe0123'
* ```
*/
function bytesToHex(bytes) {
	abytes(bytes);
	if (hasHexBuiltin) return bytes.toHex();
	let hex = "";
	for (let i = 0; i < bytes.length; i++) hex += hexes[bytes[i]];
	return hex;
}
/**
* Converts string to bytes using UTF8 encoding.
* Built-in doesn't validate input to be string: we do the check.
* Non-ASCII details are delegated to the platform `TextEncoder`.
* @param str - string to encode
* @returns UTF-8 encoded bytes.
* @throws On wrong argument types. {@link TypeError}
* @example
* Encode a string as UTF-8 bytes.
* ```ts
* utf8ToBytes('abc'); // Uint8Array.from([97, 98, 99])
* ```
*/
function utf8ToBytes(str) {
	if (typeof str !== "string") throw new TypeError("string expected");
	const encoded = new TextEncoder().encode(str);
	try {
		return new Uint8Array(encoded);
	} finally {
		clean(encoded);
	}
}
/**
* Merges default options and passed options.
* @param defaults - base option object
* @param opts - user overrides
* @param title - label included in thrown override errors
* @returns Fresh merged option object with a null prototype.
* @throws On wrong argument types. {@link TypeError}
* @example
* Merge user overrides onto default options.
* ```ts
* checkOpts({ dkLen: 32 }, { asyncTick: 10 });
* ```
*/
function checkOpts(defaults, opts, title = "opts") {
	aopts(defaults, "defaults");
	if (opts !== void 0) aopts(opts, title);
	return Object.assign(Object.create(null), defaults, opts);
}
/**
* Creates a callable hash function from a stateful class constructor.
* @param hashCons - hash constructor or factory
* @param info - optional metadata such as DER OID
* @returns Frozen callable hash wrapper with `.create()`.
*   Wrapper construction eagerly calls `hashCons(undefined)` once to read
*   `outputLen` / `blockLen`, so constructor side effects happen at module
*   init time.
* @throws On wrong argument types. {@link TypeError}
* @example
* Wrap a stateful hash constructor into a callable helper.
* ```ts
* import { createHasher } from '@noble/hashes/utils.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* const wrapped = createHasher(sha256.create, { oid: sha256.oid });
* wrapped(new Uint8Array([1]));
* ```
*/
function createHasher(hashCons, info = {}) {
	if (typeof hashCons !== "function") throw new TypeError("\"hashCons\" expected function, got type=" + typeof hashCons);
	info = checkOpts({}, info, "info");
	const hashC = (msg, opts) => hashCons(opts).update(msg).digest();
	const tmp = hashCons(void 0);
	hashC.outputLen = tmp.outputLen;
	hashC.blockLen = tmp.blockLen;
	hashC.canXOF = tmp.canXOF;
	hashC.create = (opts) => hashCons(opts);
	Object.assign(hashC, info);
	return Object.freeze(hashC);
}
/**
* Creates OID metadata for NIST hashes with prefix `06 09 60 86 48 01 65 03 04 02`.
* @param suffix - final OID byte for the selected hash.
*   The helper accepts any byte even though only the documented NIST hash
*   suffixes are meaningful downstream.
* @returns Object containing the DER-encoded OID.
* @example
* Build OID metadata for a NIST hash.
* ```ts
* oidNist(0x01);
* ```
*/
const oidNist = (suffix) => ({ oid: Uint8Array.from([
	6,
	9,
	96,
	134,
	72,
	1,
	101,
	3,
	4,
	2,
	suffix
]) });

// node_modules/@noble/hashes/_md.js
/**
* Internal Merkle-Damgard hash utils.
* @module
*/
/**
* Shared 32-bit conditional boolean primitive reused by SHA-256, SHA-1, and MD5 `F`.
* Returns bits from `b` when `a` is set, otherwise from `c`.
* The XOR form is equivalent to MD5's `F(X,Y,Z) = XY v not(X)Z` because the masked terms never
* set the same bit.
* @param a - selector word
* @param b - word chosen when selector bit is set
* @param c - word chosen when selector bit is clear
* @returns Mixed 32-bit word.
* @example
* Combine three words with the shared 32-bit choice primitive.
* ```ts
* Chi(0xffffffff, 0x12345678, 0x87654321);
* ```
*/
function Chi(a, b, c) {
	return a & b ^ ~a & c;
}
/**
* Shared 32-bit majority primitive reused by SHA-256 and SHA-1.
* Returns bits shared by at least two inputs.
* @param a - first input word
* @param b - second input word
* @param c - third input word
* @returns Mixed 32-bit word.
* @example
* Combine three words with the shared 32-bit majority primitive.
* ```ts
* Maj(0xffffffff, 0x12345678, 0x87654321);
* ```
*/
function Maj(a, b, c) {
	return a & b ^ a & c ^ b & c;
}
/**
* Merkle-Damgard hash construction base class.
* Could be used to create MD5, RIPEMD, SHA1, SHA2.
* Accepts only byte-aligned `Uint8Array` input, even when the underlying spec describes bit
* strings with partial-byte tails.
* @param blockLen - internal block size in bytes
* @param outputLen - digest size in bytes
* @param padOffset - trailing length field size in bytes
* @param isLE - whether length and state words are encoded in little-endian
* @example
* Use a concrete subclass to get the shared Merkle-Damgard update/digest flow.
* ```ts
* import { _SHA1 } from '@noble/hashes/legacy.js';
* const hash = new _SHA1();
* hash.update(new Uint8Array([97, 98, 99]));
* hash.digest();
* ```
*/
var HashMD = class {
	blockLen;
	outputLen;
	canXOF = false;
	padOffset;
	isLE;
	buffer;
	view;
	finished = false;
	length = 0;
	pos = 0;
	destroyed = false;
	constructor(blockLen, outputLen, padOffset, isLE) {
		this.blockLen = blockLen;
		this.outputLen = outputLen;
		this.padOffset = padOffset;
		this.isLE = isLE;
		this.buffer = new Uint8Array(blockLen);
		this.view = createView(this.buffer);
	}
	update(data) {
		aexists(this);
		abytes(data);
		const { view, buffer, blockLen } = this;
		const len = data.length;
		let processed = false;
		for (let pos = 0; pos < len;) {
			const take = Math.min(blockLen - this.pos, len - pos);
			if (take === blockLen) {
				const dataView = createView(data);
				for (; blockLen <= len - pos; pos += blockLen) this.process(dataView, pos);
				processed = true;
				continue;
			}
			buffer.set(pos === 0 && take === len ? data : data.subarray(pos, pos + take), this.pos);
			this.pos += take;
			pos += take;
			if (this.pos === blockLen) {
				this.process(view, 0);
				this.pos = 0;
				processed = true;
			}
		}
		this.length += data.length;
		if (processed) this.roundClean();
		return this;
	}
	digestInto(out) {
		aexists(this);
		aoutput(out, this);
		this.finished = true;
		const { buffer, view, blockLen, isLE } = this;
		let { pos } = this;
		buffer[pos++] = 128;
		buffer.fill(0, pos);
		if (this.padOffset > blockLen - pos) {
			this.process(view, 0);
			buffer.fill(0);
		}
		setU64FromNum(view, blockLen - 8, this.length * 8, isLE);
		this.process(view, 0);
		this.roundClean();
		const oview = out === buffer ? view : createView(out);
		const len = this.outputLen;
		const outLen = len / 4;
		const state = this.get();
		if (len % 4 || outLen > state.length) throw new Error("invalid outputLen");
		for (let i = 0; i < outLen; i++) oview.setUint32(4 * i, state[i], isLE);
	}
	digest() {
		const { buffer, outputLen } = this;
		this.digestInto(buffer);
		const res = buffer.slice(0, outputLen);
		this.destroy();
		return res;
	}
	_cloneIntoMeta(to) {
		const { buffer, length, finished, destroyed, pos } = this;
		to.destroyed = destroyed;
		to.finished = finished;
		to.length = length;
		to.pos = pos;
		if (pos) to.buffer.set(buffer);
		return to;
	}
	clone() {
		return this._cloneInto();
	}
};
/**
* Initial SHA-2 state: fractional parts of square roots of first 16 primes 2..53.
* Check out `test/misc/sha2-gen-iv.js` for recomputation guide.
*/
/** Initial SHA256 state from RFC 6234 §6.1: the first 32 bits of the fractional parts of the
* square roots of the first eight prime numbers. Exported as a shared table; callers must treat
* it as read-only because constructors copy words from it by index. */
const SHA256_IV = /* @__PURE__ */ Uint32Array.from([
	1779033703,
	3144134277,
	1013904242,
	2773480762,
	1359893119,
	2600822924,
	528734635,
	1541459225
]);

// node_modules/@noble/hashes/sha2.js
/**
* SHA2 hash function. A.k.a. sha256, sha384, sha512, sha512_224, sha512_256.
* SHA256 is the fastest hash implementable in JS, even faster than Blake3.
* Check out {@link https://www.rfc-editor.org/rfc/rfc4634 | RFC 4634} and
* {@link https://nvlpubs.nist.gov/nistpubs/FIPS/NIST.FIPS.180-4.pdf | FIPS 180-4}.
* @module
*/
/**
* SHA-224 / SHA-256 round constants from RFC 6234 §5.1: the first 32 bits
* of the cube roots of the first 64 primes (2..311).
*/
const SHA256_K = /* @__PURE__ */ Uint32Array.from([
	1116352408,
	1899447441,
	3049323471,
	3921009573,
	961987163,
	1508970993,
	2453635748,
	2870763221,
	3624381080,
	310598401,
	607225278,
	1426881987,
	1925078388,
	2162078206,
	2614888103,
	3248222580,
	3835390401,
	4022224774,
	264347078,
	604807628,
	770255983,
	1249150122,
	1555081692,
	1996064986,
	2554220882,
	2821834349,
	2952996808,
	3210313671,
	3336571891,
	3584528711,
	113926993,
	338241895,
	666307205,
	773529912,
	1294757372,
	1396182291,
	1695183700,
	1986661051,
	2177026350,
	2456956037,
	2730485921,
	2820302411,
	3259730800,
	3345764771,
	3516065817,
	3600352804,
	4094571909,
	275423344,
	430227734,
	506948616,
	659060556,
	883997877,
	958139571,
	1322822218,
	1537002063,
	1747873779,
	1955562222,
	2024104815,
	2227730452,
	2361852424,
	2428436474,
	2756734187,
	3204031479,
	3329325298
]);
/** Reusable SHA-224 / SHA-256 message schedule buffer `W_t` from RFC 6234 §6.2 step 1. */
const SHA256_W = /* @__PURE__ */ new Uint32Array(64);
/** Internal SHA-224 / SHA-256 compression engine from RFC 6234 §6.2. */
var SHA2_32B = class extends HashMD {
	A = 0;
	B = 0;
	C = 0;
	D = 0;
	E = 0;
	F = 0;
	G = 0;
	H = 0;
	constructor(outputLen, IV) {
		super(64, outputLen, 8, false);
		this.A = IV[0] | 0;
		this.B = IV[1] | 0;
		this.C = IV[2] | 0;
		this.D = IV[3] | 0;
		this.E = IV[4] | 0;
		this.F = IV[5] | 0;
		this.G = IV[6] | 0;
		this.H = IV[7] | 0;
	}
	get() {
		const { A, B, C, D, E, F, G, H } = this;
		return [
			A,
			B,
			C,
			D,
			E,
			F,
			G,
			H
		];
	}
	set(A, B, C, D, E, F, G, H) {
		this.A = A | 0;
		this.B = B | 0;
		this.C = C | 0;
		this.D = D | 0;
		this.E = E | 0;
		this.F = F | 0;
		this.G = G | 0;
		this.H = H | 0;
	}
	_cloneInto(to) {
		(to ||= new this.constructor()).set(...this.get());
		return this._cloneIntoMeta(to);
	}
	process(view, offset) {
		for (let i = 0; i < 16; i++, offset += 4) SHA256_W[i] = view.getUint32(offset, false);
		for (let i = 16; i < 64; i++) {
			const W15 = SHA256_W[i - 15];
			const W2 = SHA256_W[i - 2];
			const s0 = rotr(W15, 7) ^ rotr(W15, 18) ^ W15 >>> 3;
			const s1 = rotr(W2, 17) ^ rotr(W2, 19) ^ W2 >>> 10;
			SHA256_W[i] = s1 + SHA256_W[i - 7] + s0 + SHA256_W[i - 16] | 0;
		}
		let { A, B, C, D, E, F, G, H } = this;
		for (let i = 0; i < 64; i++) {
			const sigma1 = rotr(E, 6) ^ rotr(E, 11) ^ rotr(E, 25);
			const T1 = H + sigma1 + Chi(E, F, G) + SHA256_K[i] + SHA256_W[i] | 0;
			const T2 = (rotr(A, 2) ^ rotr(A, 13) ^ rotr(A, 22)) + Maj(A, B, C) | 0;
			H = G;
			G = F;
			F = E;
			E = D + T1 | 0;
			D = C;
			C = B;
			B = A;
			A = T1 + T2 | 0;
		}
		A = A + this.A | 0;
		B = B + this.B | 0;
		C = C + this.C | 0;
		D = D + this.D | 0;
		E = E + this.E | 0;
		F = F + this.F | 0;
		G = G + this.G | 0;
		H = H + this.H | 0;
		this.set(A, B, C, D, E, F, G, H);
	}
	roundClean() {
		clean(SHA256_W);
	}
	destroy() {
		this.destroyed = true;
		this.set(0, 0, 0, 0, 0, 0, 0, 0);
		clean(this.buffer);
	}
};
/** Internal SHA-256 hash class grounded in RFC 6234 §6.2. */
var _SHA256 = class extends SHA2_32B {
	constructor() {
		super(32, SHA256_IV);
	}
};
/**
* SHA2-256 hash function from RFC 4634. In JS it's the fastest: even faster than Blake3. Some info:
*
* - Trying 2^128 hashes would get 50% chance of collision, using birthday attack.
* - BTC network is doing 2^70 hashes/sec (2^95 hashes/year) as per 2025.
* - Each sha256 hash is executing 2^18 bit operations.
* - Good 2024 ASICs can do 200Th/sec with 3500 watts of power, corresponding to 2^36 hashes/joule.
* @param msg - message bytes to hash
* @param opts - Reserved hash options.
* @returns Digest bytes.
* @example
* Hash a message with SHA2-256.
* ```ts
* sha256(new Uint8Array([97, 98, 99]));
* ```
*/
const sha256 = /* @__PURE__ */ createHasher(() => new _SHA256(), /* @__PURE__ */ oidNist(1));

// src/core/model/digest.ts
/** `sha256:` and the hexadecimal digest of a text in UTF-8. */
function digestText(text) {
	return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;
}

// src/core/decision/check-facts.ts
/** Finds mistakes between the parts of facts, also where some part has the wrong shape. */
function checkFacts(value, mode, nowIsKnown) {
	return [
		...missingNow(value, nowIsKnown),
		...missingHead(value, mode),
		...duplicateReviews(value),
		...duplicateTeams(value)
	];
}
function missingNow(value, nowIsKnown) {
	if (nowIsKnown || !isJsonObject(value) || valueAt(value, "/now") !== void 0) return [];
	return [{
		code: "facts.missing-key",
		pointer: "/now",
		onKey: false,
		text: "The key \"now\" is missing: the moment at which to decide, such as \"2026-11-22T10:00:00Z\"."
	}];
}
function missingHead(value, mode) {
	if (mode === "directories" || !isJsonObject(valueAt(value, "/pullRequest"))) return [];
	if ((valueAt(value, "/pullRequest/head/sha") ?? null) !== null) return [];
	return [{
		code: "facts.missing-key",
		pointer: "/pullRequest/head/sha",
		onKey: false,
		text: "The key \"sha\" is missing in pullRequest.head: without it nobody knows which reviews were given on the head."
	}];
}
function duplicateReviews(value) {
	const reviews = valueAt(value, "/reviews");
	const seen = /* @__PURE__ */ new Set();
	return (isJsonList(reviews) ? reviews : []).flatMap((review, index) => {
		const id = isJsonObject(review) ? review["id"] : void 0;
		if (typeof id !== "bigint" || !seen.has(id)) {
			if (typeof id === "bigint") seen.add(id);
			return [];
		}
		const text = `The review ${String(id)} stands twice; each review has its own id.`;
		return [duplicate$1(pointerTo(pointerTo("/reviews", index), "id"), false, text)];
	});
}
function duplicateTeams(value) {
	const teams = valueAt(value, "/teams");
	const seen = /* @__PURE__ */ new Set();
	return (isJsonObject(teams) ? Object.keys(teams) : []).flatMap((name) => {
		const known = seen.has(name.toLowerCase());
		seen.add(name.toLowerCase());
		const text = `The team ${name} stands twice; capitals make no difference in its name.`;
		return known ? [duplicate$1(pointerTo("/teams", name), true, text)] : [];
	});
}
function duplicate$1(pointer, onKey, text) {
	return {
		code: "facts.duplicate",
		pointer,
		onKey,
		text
	};
}

// node_modules/valibot/dist/index.mjs
let store$4;
const DEFAULT_CONFIG = {
	lang: void 0,
	message: void 0,
	abortEarly: void 0,
	abortPipeEarly: void 0
};
/**
* Returns the global configuration.
*
* @param config The config to merge.
*
* @returns The configuration.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalConfig(config$1) {
	if (!config$1 && !store$4) return DEFAULT_CONFIG;
	return {
		lang: config$1?.lang ?? store$4?.lang,
		message: config$1?.message,
		abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
		abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
	};
}
let store$3;
/**
* Returns a global error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalMessage(lang) {
	return store$3?.get(lang);
}
let store$2;
/**
* Returns a schema error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSchemaMessage(lang) {
	return store$2?.get(lang);
}
let store$1;
/**
* Returns a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSpecificMessage(reference, lang) {
	return store$1?.get(reference)?.get(lang);
}
/**
* Stringifies an unknown input to a literal or type string.
*
* @param input The unknown input.
*
* @returns A literal or type string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _stringify(input) {
	const type = typeof input;
	if (type === "string") return `"${input}"`;
	if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
	if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
	return type;
}
/**
* Adds an issue to the dataset.
*
* @param context The issue context.
* @param label The issue label.
* @param dataset The input dataset.
* @param config The configuration.
* @param other The optional props.
*
* @internal
*/
function _addIssue(context, label, dataset, config$1, other) {
	const input = other && "input" in other ? other.input : dataset.value;
	const expected = other?.expected ?? context.expects ?? null;
	const received = other?.received ?? /* @__PURE__ */ _stringify(input);
	const issue = {
		kind: context.kind,
		type: context.type,
		input,
		expected,
		received,
		message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
		requirement: context.requirement,
		path: other?.path,
		issues: other?.issues,
		lang: config$1.lang,
		abortEarly: config$1.abortEarly,
		abortPipeEarly: config$1.abortPipeEarly
	};
	const isSchema = context.kind === "schema";
	const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
	if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
	if (isSchema) dataset.typed = false;
	if (dataset.issues) dataset.issues.push(issue);
	else dataset.issues = [issue];
}
/**
* Compares two values using the SameValueZero algorithm, which treats `NaN`
* as equal to itself unlike `===`.
*
* @param value1 The first value.
* @param value2 The second value.
*
* @returns Whether the values are equal.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isSameValueZero(value1, value2) {
	return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}
/**
* Disallows inherited object properties and prevents object prototype
* pollution by disallowing certain keys.
*
* @param object The object to check.
* @param key The key to check.
*
* @returns Whether the key is allowed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValidObjectKey(object$1, key) {
	return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}
/**
* Joins multiple `expects` values with the given separator.
*
* @param values The `expects` values.
* @param separator The separator.
*
* @returns The joined `expects` property.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _joinExpects(values$1, separator) {
	const list = [...new Set(values$1)];
	if (list.length > 1) return `(${list.join(` ${separator} `)})`;
	return list[0] ?? "never";
}
/**
* Eagerly creates and attaches the Standard Schema properties of a schema.
*
* Hint: The contextual `this` type includes the standard properties that are
* attached before the schema is returned.
*
* @param schema The schema to attach standard properties to.
*
* @returns The schema with standard properties attached.
*
* @internal
*/
function _standardSchema(schema) {
	schema["~standard"] = {
		version: 1,
		vendor: "valibot",
		validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
	};
	return schema;
}
/* @__NO_SIDE_EFFECTS__ */
function check$2(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: check$2,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}
/**
* Creates a description metadata action.
*
* @param description_ The description text.
*
* @returns A description action.
*/
/* @__NO_SIDE_EFFECTS__ */
function description(description_) {
	return {
		kind: "metadata",
		type: "description",
		reference: description,
		description: description_
	};
}
/* @__NO_SIDE_EFFECTS__ */
function integer(message$1) {
	return {
		kind: "validation",
		type: "integer",
		reference: integer,
		async: false,
		expects: null,
		requirement: Number.isInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function maxValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_value",
		reference: maxValue,
		async: false,
		expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function minValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_value",
		reference: minValue,
		async: false,
		expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function regex(requirement, message$1) {
	return {
		kind: "validation",
		type: "regex",
		reference: regex,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function safeInteger(message$1) {
	return {
		kind: "validation",
		type: "safe_integer",
		reference: safeInteger,
		async: false,
		expects: null,
		requirement: Number.isSafeInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "safe integer", dataset, config$1);
			return dataset;
		}
	};
}
/**
* Creates a title metadata action.
*
* @param title_ The title text.
*
* @returns A title action.
*/
/* @__NO_SIDE_EFFECTS__ */
function title(title_) {
	return {
		kind: "metadata",
		type: "title",
		reference: title,
		title: title_
	};
}
/**
* Returns the fallback value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The output dataset if available.
* @param config The config if available.
*
* @returns The fallback value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallback(schema, dataset, config$1) {
	return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}
/**
* Returns the default value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The input dataset if available.
* @param config The config if available.
*
* @returns The default value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefault(schema, dataset, config$1) {
	return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}
/* @__NO_SIDE_EFFECTS__ */
function array(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: array,
		expects: "Array",
		async: false,
		item,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function boolean(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "boolean",
		reference: boolean,
		expects: "boolean",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "boolean") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function literal$1(literal_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "literal",
		reference: literal$1,
		expects: /* @__PURE__ */ _stringify(literal_),
		async: false,
		literal: literal_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function nullable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullable,
		expects: `(${wrapped.expects} | null)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function number$2(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "number",
		reference: number$2,
		expects: "number",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function optional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optional,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function picklist(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "picklist",
		reference: picklist,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function record(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: record,
		expects: "Object",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
					const entryValue = input[entryKey];
					const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function strictObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function string(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "string",
		reference: string,
		expects: "string",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "string") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/**
* Returns the sub issues of the provided datasets for the union issue.
*
* @param datasets The datasets.
*
* @returns The sub issues.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _subIssues(datasets) {
	let issues;
	if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
	else issues = dataset.issues;
	return issues;
}
/* @__NO_SIDE_EFFECTS__ */
function union(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: union,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}
/**
* Creates a unknown schema.
*
* @returns A unknown schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unknown() {
	return _standardSchema({
		kind: "schema",
		type: "unknown",
		reference: unknown,
		expects: "unknown",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function pipe(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		"~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
function safeParse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

// src/core/decision/check-facts-shape.ts
/** Checks a value against a schema whose messages end the sentence "... must be". */
function checkFactsShape(schema, value) {
	const result = safeParse(schema, plain$1(value));
	if (result.success) return {
		ok: true,
		value: result.output
	};
	const wrong = result.issues.filter((issue) => !isUnknownKey(issue)).map(mistakeOf);
	const once = new Map(wrong.map((mistake) => [`${mistake.pointer} ${mistake.text}`, mistake]));
	return {
		ok: false,
		mistakes: [...unknownKeys(schema, value, ""), ...once.values()]
	};
}
/** Schemas know no bigint. What a number cannot hold is out of every range here. */
function plain$1(value) {
	if (typeof value === "bigint") return Number(value);
	if (isJsonList(value)) return value.map(plain$1);
	if (!isJsonObject(value)) return value;
	const object = Object.create(null);
	for (const [key, member] of Object.entries(value)) object[key] = plain$1(member);
	return object;
}
/** The schema stops at the first unknown key of an object; {@link unknownKeys} finds them all. */
function isUnknownKey(issue) {
	return issue.type === "strict_object" && issue.expected === "never";
}
function mistakeOf(issue) {
	const keys = (issue.path ?? []).map(({ key }) => typeof key === "number" ? key : String(key));
	const pointer = keys.reduce(pointerTo, "");
	const onKey = issue.path?.at(-1)?.origin === "key";
	if (onKey && issue.type === "strict_object") return {
		code: "facts.missing-key",
		pointer,
		onKey: false,
		text: `The key ${JSON.stringify(keys.at(-1))} is missing in ${nameOf$4(keys.slice(0, -1))}.`
	};
	return {
		code: "facts.wrong-value",
		pointer,
		onKey,
		text: `${onKey ? "The key " : ""}${nameOf$4(keys)} must be ${issue.message}, not ${shown$2(issue.input)}.`,
		...suggestionFor(issue)
	};
}
function suggestionFor(issue) {
	if (typeof issue.input !== "string") return {};
	if (issue.type === "picklist" || issue.type === "literal") {
		const words = [...(issue.expected ?? "").matchAll(/"([^"]*)"/g)].map((word) => word[1] ?? "");
		const suggestion = didYouMean(issue.input, words);
		return suggestion === void 0 ? {} : { suggestion };
	}
	return issue.message.includes("without @") && issue.input.startsWith("@") ? { suggestion: issue.input.slice(1) } : {};
}
function unknownKeys(schema, value, pointer) {
	const wrapped = nodeAt(schema, "wrapped");
	if (wrapped !== void 0) return unknownKeys(wrapped, value, pointer);
	const item = nodeAt(schema, "item");
	if (item !== void 0 && isJsonList(value)) return value.flatMap((entry, index) => unknownKeys(item, entry, pointerTo(pointer, index)));
	const entries = Reflect.get(schema, "entries");
	if (typeof entries !== "object" || entries === null || !isJsonObject(value)) return [];
	const known = Object.keys(entries);
	return Object.entries(value).flatMap(([key, member]) => {
		const child = nodeAt(entries, key);
		const place = pointerTo(pointer, key);
		return child === void 0 ? [unknownKey$1(key, known, place)] : unknownKeys(child, member, place);
	});
}
function unknownKey$1(key, known, pointer) {
	const suggestion = didYouMean(key, known);
	const hint = suggestion === void 0 ? `known here: ${known.join(", ")}.` : `did you mean "${suggestion}"?`;
	const mistake = {
		code: "facts.unknown-key",
		pointer,
		onKey: true,
		text: `Unknown key ${JSON.stringify(key)}; ${hint}`
	};
	return suggestion === void 0 ? mistake : {
		...mistake,
		suggestion
	};
}
function nodeAt(holder, key) {
	const node = Object.hasOwn(holder, key) ? Reflect.get(holder, key) : void 0;
	return isNode$1(node) ? node : void 0;
}
function isNode$1(value) {
	return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
function nameOf$4(keys) {
	if (keys.length === 0) return "the document";
	return keys.map((key, at) => typeof key === "number" ? `[${String(key)}]` : `${at > 0 ? "." : ""}${key}`).join("");
}
function shown$2(value) {
	if (value === void 0) return "nothing";
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object" && value !== null) return "a mapping";
	return JSON.stringify(typeof value === "string" ? value.slice(0, 60) : value);
}

// src/core/model/facts.ts
/** The names of the lists that can be cut short. */
const FACT_LISTS = [
	"commits",
	"heads",
	"reviews",
	"labels",
	"labelEvents",
	"comments",
	"teams"
];

// src/core/decision/facts-schema.ts
const ACCOUNT_TYPES = [
	"User",
	"Bot",
	"Organization",
	"Mannequin",
	"EnterpriseUserAccount"
];
const REVIEW_STATES = [
	"APPROVED",
	"CHANGES_REQUESTED",
	"COMMENTED",
	"DISMISSED",
	"PENDING"
];
const text$1 = string("a text");
const flag$1 = boolean("true or false");
const number = pipe(number$2("a whole number above 0"), safeInteger("a whole number above 0"), minValue(1, "a whole number above 0"));
const A_MOMENT = "a moment with its zone, such as \"2026-11-22T10:00:00Z\"";
const moment = pipe(string(A_MOMENT), regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/, A_MOMENT), check$2((written) => parseInstant(written) !== void 0, A_MOMENT));
const A_SHA = "a full commit id: 40 hexadecimal digits in lower case";
const sha$1 = pipe(string(A_SHA), regex(/^[0-9a-f]{40}$/, A_SHA));
const A_COMMIT = `${A_SHA}, or head`;
const commit = pipe(nullable(pipe(string(A_COMMIT), regex(/^(?:[0-9a-f]{40}|head)$/, A_COMMIT))), description("The commit it was given on; null: that commit is gone. Left out: the head when directories are compared."));
const A_LOGIN = "a login without @";
const login = pipe(string(A_LOGIN), regex(/^[A-Za-z0-9][A-Za-z0-9_-]*(?:\[bot\])?$/, A_LOGIN));
const accountEntries = {
	id: pipe(number, description("The number by which GitHub knows the account. People are told apart by it.")),
	login,
	type: picklist(ACCOUNT_TYPES, `one of ${ACCOUNT_TYPES.join(", ")}`)
};
const AN_ACCOUNT = "an account { id, login, type }, or null when there is none";
const account$1 = nullable(strictObject(accountEntries, AN_ACCOUNT));
const actor$1 = nullable(strictObject({
	...accountEntries,
	canWrite: pipe(optional(nullable(flag$1)), description("May write to the repository. Left out: yes for who set a label, not known for a reviewer."))
}, AN_ACCOUNT));
const pullRequest = nullable(strictObject({
	number,
	title: optional(text$1),
	author: account$1,
	draft: optional(flag$1),
	base: optional(strictObject({
		ref: optional(text$1),
		sha: optional(nullable(sha$1))
	}, "a mapping")),
	head: optional(strictObject({ sha: optional(nullable(sha$1)) }, "a mapping"))
}, "a mapping"));
const review = strictObject({
	id: number,
	by: actor$1,
	state: picklist(REVIEW_STATES, `one of ${REVIEW_STATES.join(", ")}`),
	commit: optional(commit),
	submittedAt: moment
}, "a mapping");
const labelEvent = strictObject({
	event: picklist(["labeled", "unlabeled"], "one of labeled, unlabeled"),
	label: text$1,
	by: actor$1,
	at: moment,
	commit: optional(commit)
}, "a mapping");
const teams = record(pipe(string(), regex(/^@[A-Za-z0-9][A-Za-z0-9_-]*\/[A-Za-z0-9_-]+$/, "a team as @org/team"), description("@org/team")), union([strictObject({ members: array(login, "a list of logins") }), strictObject({ unreadable: pipe(text$1, description("Why it could not be read.")) })], "either { members: [logins] } or { unreadable: why }"), "a mapping from @org/team to its members");
const listEntries = {
	pullRequest: optional(pullRequest),
	commits: optional(array(strictObject({
		sha: sha$1,
		author: account$1,
		committer: account$1,
		automaticMerge: optional(flag$1)
	}, "a mapping"), "a list")),
	heads: optional(array(strictObject({
		sha: sha$1,
		at: moment,
		by: optional(account$1)
	}, "a mapping"), "a list")),
	reviews: optional(array(review, "a list")),
	labels: optional(array(text$1, "a list of texts")),
	labelEvents: optional(array(labelEvent, "a list, the oldest first")),
	comments: optional(array(strictObject({
		id: number,
		by: account$1,
		body: text$1,
		createdAt: moment,
		editedAt: optional(nullable(moment))
	}, "a mapping"), "a list")),
	teams: optional(teams),
	incomplete: optional(array(picklist(FACT_LISTS, `one of ${FACT_LISTS.join(", ")}`), "a list of names of lists"))
};
const apiVersion = literal$1("drawbridge.dev/v1alpha1", "drawbridge.dev/v1alpha1");
const kind = literal$1("Facts", "Facts");
/** The shape of a facts file; its JSON Schema is generated from this. Messages end a sentence: "must be ...". */
const FactsSchema = pipe(strictObject({
	apiVersion,
	kind,
	now: optional(moment),
	...listEntries
}, "a mapping"), title("Facts"), description("Everything known about a pull request at one instant."));
/** The shape of facts inside another document, such as a policy's test case: everything may be left out. */
const EmbeddedFactsSchema = strictObject({
	apiVersion: optional(apiVersion),
	kind: optional(kind),
	now: optional(moment),
	...listEntries
}, "a mapping");

// src/core/model/ids.ts
/** Reads a commit id; undefined when the text is none. */
function parseSha(text) {
	return isSha(text) ? text : void 0;
}
function isSha(text) {
	return /^[0-9a-f]{40}$/.test(text);
}

// src/core/decision/read-facts.ts
/** Reads the facts of one moment from a document that has their shape. */
function readFacts$1(document, mode, now) {
	return {
		now,
		pullRequest: document.pullRequest ? readPullRequest(document.pullRequest) : null,
		commits: (document.commits ?? []).map((commit) => ({
			sha: sha(commit.sha),
			author: commit.author && account(commit.author),
			committer: commit.committer && account(commit.committer),
			automaticMerge: commit.automaticMerge ?? false
		})),
		heads: (document.heads ?? []).map((head) => ({
			sha: sha(head.sha),
			at: instant(head.at),
			by: head.by ? account(head.by) : null
		})),
		reviews: (document.reviews ?? []).map((review) => readReview(review, mode)),
		labels: document.labels ?? [],
		labelEvents: (document.labelEvents ?? []).map((event) => readLabelEvent(event, mode)),
		comments: (document.comments ?? []).map(({ id, by, body, createdAt, editedAt }) => ({
			id,
			by: by && account(by),
			body,
			createdAt: instant(createdAt),
			editedAt: typeof editedAt === "string" ? instant(editedAt) : null
		})),
		teams: new Map(Object.entries(document.teams ?? {}).map(([name, team]) => [name.toLowerCase(), readTeam(team)])),
		incomplete: document.incomplete ?? []
	};
}
function readPullRequest(entry) {
	const { number, title = "", author, draft = false, base, head } = entry;
	return {
		number,
		title,
		author: author && account(author),
		draft,
		base: {
			ref: base?.ref ?? "",
			sha: base?.sha ? sha(base.sha) : null
		},
		head: { sha: head?.sha ? sha(head.sha) : null }
	};
}
function readReview({ id, by, state, commit, submittedAt }, mode) {
	return {
		id,
		by: by && actor(by, null),
		state,
		commit: commitOf$1(commit, mode),
		submittedAt: instant(submittedAt)
	};
}
function readLabelEvent({ event, label, by, at, commit }, mode) {
	return {
		event,
		label,
		by: by && actor(by, true),
		at: instant(at),
		commit: commitOf$1(commit, mode)
	};
}
/** Without a commit, what was said about compared directories was said about the head; else about nothing. */
function commitOf$1(commit, mode) {
	if (commit === void 0) return mode === "directories" ? "head" : null;
	return commit === null || commit === "head" ? commit : sha(commit);
}
function account({ id, login, type }) {
	return {
		id,
		login,
		type
	};
}
function actor(entry, unsaid) {
	return {
		...account(entry),
		canWrite: entry.canWrite === void 0 ? unsaid : entry.canWrite
	};
}
function readTeam(team) {
	return "members" in team ? { members: team.members } : { unreadable: team.unreadable };
}
function sha(text) {
	const id = parseSha(text);
	if (id === void 0) throw new TypeError(`not a commit id: ${text}`);
	return id;
}
function instant(text) {
	const moment = parseInstant(text);
	if (moment === void 0) throw new TypeError(`not a moment: ${text}`);
	return moment;
}

// src/core/decision/facts-json.ts
/**
* Facts as a facts file says them, which reads back as the same facts. Everything is written out, so that it means the
* same whatever is compared; lists whose order says nothing are sorted, so that equal facts are equal texts.
*/
function factsJson(facts) {
	return {
		apiVersion: "drawbridge.dev/v1alpha1",
		kind: "Facts",
		now: instantJson(facts.now),
		pullRequest: pullRequestJson(facts.pullRequest),
		commits: sortBy(facts.commits, ({ sha }) => sha).map(({ sha, author, committer, automaticMerge }) => ({
			sha,
			author: accountJson(author),
			committer: accountJson(committer),
			automaticMerge
		})),
		heads: facts.heads.map(({ sha, at, by }) => ({
			sha,
			at: instantJson(at),
			by: accountJson(by)
		})),
		reviews: facts.reviews.toSorted((a, b) => a.id - b.id).map(({ id, by, state, commit, submittedAt }) => ({
			id: BigInt(id),
			by: actorJson(by),
			state,
			commit,
			submittedAt: instantJson(submittedAt)
		})),
		labels: facts.labels.toSorted(),
		labelEvents: facts.labelEvents.map(({ event, label, by, at, commit }) => ({
			event,
			label,
			by: actorJson(by),
			at: instantJson(at),
			commit
		})),
		comments: facts.comments.toSorted((a, b) => a.id - b.id).map(({ id, by, body, createdAt, editedAt }) => ({
			id: BigInt(id),
			by: accountJson(by),
			body,
			createdAt: instantJson(createdAt),
			editedAt: editedAt === null ? null : instantJson(editedAt)
		})),
		teams: Object.fromEntries(sortBy([...facts.teams], ([name]) => name).map(([name, team]) => [name, teamJson(team)])),
		incomplete: facts.incomplete.toSorted()
	};
}
function pullRequestJson(pullRequest) {
	if (pullRequest === null) return null;
	const { number, title, author, draft, base, head } = pullRequest;
	return {
		number: BigInt(number),
		title,
		author: accountJson(author),
		draft,
		base: {
			ref: base.ref,
			sha: base.sha
		},
		head: { sha: head.sha }
	};
}
function accountJson(account) {
	return account === null ? null : {
		id: BigInt(account.id),
		login: account.login,
		type: account.type
	};
}
function actorJson(actor) {
	if (actor === null) return null;
	return {
		id: BigInt(actor.id),
		login: actor.login,
		type: actor.type,
		canWrite: actor.canWrite
	};
}
function teamJson(team) {
	return "members" in team ? { members: team.members.toSorted() } : { unreadable: team.unreadable };
}
/** To the millisecond where there are any: two moments that differ are never written alike. */
function instantJson(moment) {
	const text = formatInstant(moment);
	const milliseconds = (moment % 1e3 + 1e3) % 1e3;
	return milliseconds === 0 ? text : text.replace("Z", `.${String(milliseconds).padStart(3, "0")}Z`);
}
function sortBy(items, key) {
	return items.toSorted((a, b) => key(a) < key(b) ? -1 : Number(key(a) > key(b)));
}

// src/core/decision/parse-facts.ts
/**
* Reads a facts file, or says every mistake in it by line and column. A review or label event without `commit` was
* given on the head when directories are compared, and on nothing known when revisions are. `now` is for a file that
* does not say when it is; without either it is a mistake.
*/
function parseFacts(document, path, mode, now) {
	return finish(checkFactsShape(FactsSchema, document.value), {
		value: document.value,
		document,
		pointer: "",
		path,
		mode,
		now
	});
}
/** The facts of a pull request about which nothing is known: no reviews, no labels. */
function emptyFacts(now) {
	return readFacts$1({}, "directories", now);
}
function finish(checked, reading) {
	const { value, mode, now } = reading;
	const beyond = checkFacts(value, mode, now !== void 0);
	if (!checked.ok) return err(issuesOf$1([...checked.mistakes, ...beyond], reading));
	const moment = checked.value.now === void 0 ? now : parseInstant(checked.value.now);
	if (beyond.length > 0 || moment === void 0) return err(issuesOf$1(beyond, reading));
	return ok(readFacts$1(checked.value, mode, moment));
}
function issuesOf$1(mistakes, { document, pointer, path }) {
	return sortIssues(mistakes.map(({ pointer: place, onKey, ...mistake }) => {
		const at = pointer + place;
		return {
			...mistake,
			severity: "high",
			path,
			...onKey ? document.locateKey(at) : document.locate(at)
		};
	}));
}

// src/core/decision/digests.ts
/** Stands for what decides: the policy, and the CODEOWNERS that says whom it asks. */
function digestPolicy(policy, ownersDigest) {
	return digestText(canonicalJson({
		policy: policy.digest,
		codeowners: ownersDigest
	}));
}
/** Stands for everything known about the pull request. */
function digestFacts(facts) {
	return digestText(canonicalJson(factsJson(facts)));
}
/** Stands for what would change: objects with their redacted field changes, and every file by its blob. No Secret's value is in it. */
function digestChanges(changes) {
	return digestText(canonicalJson({
		changes: changes.changes.map((change) => ({
			operation: change.operation,
			identity: change.identity,
			path: change.source.path,
			fields: change.fields.map(({ op, path, old, new: now, redacted }) => ({
				op,
				path,
				old: old ?? null,
				new: now ?? null,
				redacted
			}))
		})),
		files: changes.files.map(({ path, operation, content }) => ({
			path,
			operation,
			content
		}))
	}));
}

// src/core/decision/decide.ts
/** May this merge happen now: rules to findings, findings to requirements, requirements to verdicts, verdicts to one outcome. */
function decide(input) {
	const { facts, policy, changes } = input;
	const pullRequest = pullRequestOf(facts);
	const base = facts.pullRequest?.base.ref ?? "";
	const findings = findRisks(policy, changes, pullRequest && {
		...pullRequest,
		base
	}, facts.now);
	const requirements = requirementsOf(policy, findings, input.ownersOf);
	const head = contentsOf(changes);
	const approvals = checkApprovals(requirements.filter(isApproval), facts, head, input.contents);
	const windows = checkWindows(requirements.filter(isWindow), facts, head, input.contents);
	const verdicts = [...approvals.verdicts, ...windows];
	const outcome = combine$1(findings, verdicts);
	const end = outcome === "allow" ? earliest([...windowEnds(verdicts), ...exceptionEnds(policy, findings)]) : null;
	return {
		outcome,
		decidedAt: facts.now,
		expiresAt: end,
		nextChangeAt: outcome === "allow" ? end : openingTime(verdicts),
		digests: {
			policy: digestPolicy(policy, input.ownersDigest),
			facts: digestFacts(facts),
			changes: digestChanges(changes)
		},
		policies: policy.sources,
		changes,
		findings,
		verdicts,
		approvals: {
			counted: approvals.counted,
			notCounted: approvals.notCounted
		},
		ask: whomToAsk(approvals.verdicts, facts),
		issues: [...changes.issues, ...policy.warnings],
		obstacles: [],
		pullRequest
	};
}
/**
* The truth table: an active deny denies; else any verdict that is unmet or indeterminate holds; else it is allowed.
* An exception keeps a finding from denying.
*/
function combine$1(findings, verdicts) {
	if (findings.some((finding) => finding.effect === "deny" && !finding.exception)) return "deny";
	return verdicts.every((verdict) => verdict.verdict === "met" || verdict.verdict === "not-applicable") ? "allow" : "hold";
}
/** The pull request as decisions name it. */
function pullRequestOf(facts) {
	if (!facts.pullRequest) return null;
	const { number, title, author } = facts.pullRequest;
	return {
		number,
		title,
		author: author?.login ?? null
	};
}
function windowEnds(verdicts) {
	return verdicts.flatMap((verdict) => verdict.kind === "window" && verdict.verdict === "met" && verdict.grant ? [verdict.grant.notAfter] : []);
}
/** When the exceptions end that keep findings from asking for something. */
function exceptionEnds(policy, findings) {
	return policy.exceptions.filter(({ rule, until }) => findings.some((finding) => finding.rule === rule && finding.exception?.until === until)).map(({ expiresAt }) => expiresAt);
}
function earliest(moments) {
	return moments.length === 0 ? null : moments.reduce(earlier);
}
/** When waiting alone opens the gate: only if nothing but booked windows is missing. */
function openingTime(verdicts) {
	let last = null;
	for (const { verdict, reason } of verdicts) {
		if (verdict === "met" || verdict === "not-applicable") continue;
		if (reason.code !== "window-not-yet-open") return null;
		if (last === null || reason.opensAt > last) last = reason.opensAt;
	}
	return last;
}
function isApproval(requirement) {
	return requirement.kind === "approval";
}
function isWindow(requirement) {
	return requirement.kind === "window";
}

// src/core/decision/undecided.ts
/** The decision when there is nothing to decide on: no valid policy, no merge result. A conflict holds; all else is an error. */
function undecided(facts, obstacle, issues = []) {
	return {
		outcome: obstacle.code === "conflict" ? "hold" : "error",
		decidedAt: facts.now,
		expiresAt: null,
		nextChangeAt: null,
		digests: {
			policy: "",
			facts: digestFacts(facts),
			changes: ""
		},
		policies: [],
		changes: NOTHING$2,
		findings: [],
		verdicts: [],
		approvals: {
			counted: [],
			notCounted: []
		},
		ask: [],
		issues,
		obstacles: [obstacle],
		pullRequest: pullRequestOf(facts)
	};
}
const NOTHING$2 = {
	changes: [],
	files: [],
	unchanged: {
		moved: 0,
		reformatted: 0
	},
	routes: {
		added: [],
		removed: [],
		changed: []
	},
	issues: [],
	analysed: {
		files: 0,
		objects: 0,
		notManifests: 0,
		unreadable: 0
	}
};

// src/core/yaml/line-index.ts
/** The places of a text's offsets: binary search over its line starts, which are looked for only when asked. */
var LineIndex = class {
	#text;
	#firstLine;
	#starts = null;
	/** `firstLine` is the line of the file on which the text begins. */
	constructor(text, firstLine = 1) {
		this.#text = text;
		this.#firstLine = firstLine;
	}
	/** The line and column of an offset. */
	position(offset) {
		const starts = this.#starts ??= lineStarts(this.#text);
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = low + high + 1 >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return {
			line: this.#firstLine + low,
			column: offset - (starts[low] ?? 0) + 1
		};
	}
};
function lineStarts(text) {
	const starts = [0];
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return starts;
}

// src/core/yaml/check-characters.ts
/**
* The first character that must not stand in a file: Go's YAML reader breaks lines at some, refuses others, and removes
* byte order marks, so what a person sees is not what a cluster gets. Undefined when there is none.
*/
function checkCharacters(text, path) {
	const at = text.search(FORBIDDEN);
	if (at === -1) return void 0;
	const { code, seen } = describe(text.charCodeAt(at));
	return {
		code,
		severity: "high",
		path,
		...new LineIndex(text).position(at),
		text: seen
	};
}
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const LINE_BREAKS = /* @__PURE__ */ new Set([
	13,
	133,
	8232,
	8233
]);
function describe(character) {
	const name = `U+${character.toString(16).toUpperCase().padStart(4, "0")}`;
	if (character === 65279) return {
		code: "yaml.bom",
		seen: "A byte order mark (U+FEFF) stands here. Save the file as UTF-8 without one."
	};
	if (character === 0) return {
		code: "yaml.binary",
		seen: "A NUL byte stands here, so this is no text. Save the file as UTF-8 text."
	};
	if (LINE_BREAKS.has(character)) return {
		code: "yaml.line-break",
		seen: `The character ${name} stands here; Kubernetes starts a new line at it, most editors do not. End lines with LF or CRLF.`
	};
	if (character >= 55296 && character <= 57343) return {
		code: "yaml.surrogate",
		seen: `Half of a character (${name}) stands here. Write the whole character.`
	};
	return {
		code: "yaml.control-character",
		seen: `The control character ${name} stands here. Remove it, or write it as an escape in double quotes.`
	};
}

// src/core/yaml/yaml-limits.ts
/** Far above any real manifest, and far below what Kubernetes' own reader refuses. */
const YAML_LIMITS = {
	maxBytes: 5242880,
	maxDepth: 100,
	maxKeyLength: 1e3,
	maxNodes: 2e5,
	maxAliases: 100
};

// src/core/yaml/decode-text.ts
/**
* Bytes as text: UTF-8 without a byte order mark, without control characters, with LF or CRLF, at most 5 MiB. Anything
* else is refused with its place; nothing is ever replaced.
*/
function decodeText(bytes, path) {
	if (bytes.length > YAML_LIMITS.maxBytes) return err(tooLarge(bytes.length, path));
	const mark = foreignMark(bytes);
	if (mark !== null) return err(encodingIssue(path, 1, 1, `The file starts with the mark of ${mark}.`));
	const nul = bytes.indexOf(0);
	let text;
	try {
		text = new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		return err(nul === -1 ? invalidUtf8(bytes, path) : binary(bytes, nul, path));
	}
	const issue = checkCharacters(text, path);
	return issue === void 0 ? ok(text) : err(issue);
}
/** The issue of a file that is larger than anything that is read. */
function tooLarge(size, path) {
	const megabytes = YAML_LIMITS.maxBytes / 1024 / 1024;
	return {
		code: "yaml.too-large",
		severity: "high",
		path,
		line: 1,
		column: 1,
		text: `The file has ${String(size)} bytes; at most ${String(megabytes)} MiB are read. Split it.`
	};
}
function foreignMark(bytes) {
	const [a, b, c, d] = bytes;
	if (a === 255 && b === 254) return c === 0 && d === 0 ? "UTF-32" : "UTF-16";
	if (a === 254 && b === 255) return "UTF-16";
	if (a === 0 && b === 0 && c === 254 && d === 255) return "UTF-32";
	return null;
}
function encodingIssue(path, line, column, seen) {
	return {
		code: "yaml.encoding",
		severity: "high",
		path,
		line,
		column,
		text: `${seen} Save the file as UTF-8.`
	};
}
function binary(bytes, at, path) {
	const line = lineAround(bytes, at);
	const column = new TextDecoder().decode(bytes.subarray(line.start, at)).length + 1;
	return {
		code: "yaml.binary",
		severity: "high",
		path,
		line: line.number,
		column,
		text: "A NUL byte stands here, so this is no text. Save the file as UTF-8 text."
	};
}
function invalidUtf8(bytes, path) {
	const at = firstInvalidByte(bytes);
	const line = lineAround(bytes, at);
	const column = new TextDecoder().decode(bytes.subarray(line.start, at)).length + 1;
	const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0");
	return encodingIssue(path, line.number, column, `The byte 0x${byte} here is not UTF-8.`);
}
function firstInvalidByte(bytes) {
	let low = 0;
	let high = bytes.length;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if (decodes(bytes.subarray(0, middle), true)) low = middle;
		else high = middle - 1;
	}
	while (!decodes(bytes.subarray(0, low), false)) low -= 1;
	return low;
}
function decodes(bytes, mayStayOpen) {
	try {
		new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes, { stream: mayStayOpen });
		return true;
	} catch {
		return false;
	}
}
function lineAround(bytes, at) {
	let start = 0;
	let number = 1;
	for (let next = bytes.indexOf(10); next !== -1 && next < at; next = bytes.indexOf(10, next + 1)) {
		start = next + 1;
		number += 1;
	}
	return {
		start,
		number
	};
}

// src/core/yaml/document-source.ts
/** A document's text with what is needed to say where something stands in its file. */
var DocumentSource = class {
	/** What is parsed: the document as it is written but for the blanks of JSON, which are all spaces here. */
	text;
	written;
	path;
	/** JSON by its first character: its strings know escapes that Kubernetes refuses in YAML. */
	json;
	lines;
	constructor(document, path, json) {
		this.written = document.text;
		this.text = json ? document.text.replaceAll(/[\t\r\n]/g, " ") : document.text;
		this.path = path;
		this.json = json;
		this.lines = new LineIndex(document.text, document.firstLine);
	}
	/** An issue at an offset of the document. */
	issue(code, offset, text) {
		return {
			code,
			severity: "high",
			path: this.path,
			...this.lines.position(offset),
			text
		};
	}
};

// node_modules/js-yaml/dist/js-yaml.mjs
/*! js-yaml 5.5.0 https://github.com/nodeca/js-yaml @license MIT */
/**
* Returned by a scalar resolver when the source does not match its tag.
*
* @category Tags
*/
var NOT_RESOLVED = Symbol("NOT_RESOLVED");
/**
* Create a normalized scalar tag definition.
*
* @category Tags
*/
function defineScalarTag(tagName, options) {
	return {
		tagName,
		nodeKind: "scalar",
		implicit: options.implicit ?? false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		implicitFirstChars: options.implicitFirstChars ?? null,
		resolve: options.resolve,
		identify: options.identify,
		represent: options.represent ?? ((data) => String(data)),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
/**
* Create a normalized sequence tag definition.
*
* @category Tags
*/
function defineSequenceTag(tagName, options) {
	const carrierIsResult = options.finalize === void 0;
	return {
		tagName,
		nodeKind: "sequence",
		implicit: false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		create: options.create,
		addItem: options.addItem,
		finalize: options.finalize ?? ((carrier) => carrier),
		carrierIsResult,
		identify: options.identify,
		represent: options.represent ?? ((data) => data),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
/**
* Create a normalized mapping tag definition.
*
* @category Tags
*/
function defineMappingTag(tagName, options) {
	const carrierIsResult = options.finalize === void 0;
	return {
		tagName,
		nodeKind: "mapping",
		implicit: false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		create: options.create,
		addPair: options.addPair,
		has: options.has,
		keys: options.keys,
		get: options.get,
		finalize: options.finalize ?? ((carrier) => carrier),
		carrierIsResult,
		identify: options.identify,
		represent: options.represent ?? ((data) => data),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
/** @category Tags */
var strTag = defineScalarTag("tag:yaml.org,2002:str", {
	resolve: (source) => source,
	identify: (data) => typeof data === "string"
});
var NULL_VALUES$1 = [
	"",
	"~",
	"null",
	"Null",
	"NULL"
];
/** @category Tags */
var nullCoreTag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: [
		"",
		"~",
		"n",
		"N"
	],
	resolve: (source) => {
		if (NULL_VALUES$1.indexOf(source) !== -1) return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
/** @category Tags */
var nullJsonTag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: ["n"],
	resolve: (source, isExplicit) => {
		if (source === "null" || isExplicit && source === "") return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
var NULL_VALUES = [
	"",
	"~",
	"null",
	"Null",
	"NULL"
];
/** @category Tags */
var nullYaml11Tag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: [
		"",
		"~",
		"n",
		"N"
	],
	resolve: (source) => {
		if (NULL_VALUES.indexOf(source) !== -1) return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
var TRUE_VALUES$2 = [
	"true",
	"True",
	"TRUE"
];
var FALSE_VALUES$2 = [
	"false",
	"False",
	"FALSE"
];
/** @category Tags */
var boolCoreTag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: [
		"t",
		"T",
		"f",
		"F"
	],
	resolve: (source) => {
		if (TRUE_VALUES$2.indexOf(source) !== -1) return true;
		if (FALSE_VALUES$2.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
var TRUE_VALUES$1 = ["true"];
var FALSE_VALUES$1 = ["false"];
/** @category Tags */
var boolJsonTag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: ["t", "f"],
	resolve: (source) => {
		if (TRUE_VALUES$1.indexOf(source) !== -1) return true;
		if (FALSE_VALUES$1.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
var TRUE_VALUES = [
	"true",
	"True",
	"TRUE",
	"y",
	"Y",
	"yes",
	"Yes",
	"YES",
	"on",
	"On",
	"ON"
];
var FALSE_VALUES = [
	"false",
	"False",
	"FALSE",
	"n",
	"N",
	"no",
	"No",
	"NO",
	"off",
	"Off",
	"OFF"
];
/** @category Tags */
var boolYaml11Tag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: [
		"y",
		"Y",
		"n",
		"N",
		"t",
		"T",
		"f",
		"F",
		"o",
		"O"
	],
	resolve: (source) => {
		if (TRUE_VALUES.indexOf(source) !== -1) return true;
		if (FALSE_VALUES.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
var YAML_INTEGER_IMPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
var YAML_INTEGER_EXPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$2(source) {
	let value = source;
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger$2(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_INTEGER_EXPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
	} else if (!YAML_INTEGER_IMPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger$2(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intCoreTag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		..."0123456789"
	],
	resolve: resolveYamlInteger$2,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
var YAML_INTEGER_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)$");
var YAML_INTEGER_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$1(source) {
	let value = source;
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger$1(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_INTEGER_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	} else if (!YAML_INTEGER_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger$1(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intJsonTag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: ["-", ..."0123456789"],
	resolve: resolveYamlInteger$1,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
var YAML_INTEGER_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?(?:0|[1-9][0-9_]*))$");
function parseYamlInteger(source) {
	let value = source.replace(/_/g, "");
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	if (value.includes(":")) {
		let result = 0;
		for (const part of value.split(":")) result = result * 60 + Number(part);
		return sign * result;
	}
	if (value !== "0" && value[0] === "0") return sign * parseInt(value, 8);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger(source) {
	if (!YAML_INTEGER_PATTERN.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intYaml11Tag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		..."0123456789"
	],
	resolve: resolveYamlInteger,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
var YAML_FLOAT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$2(source) {
	if (!YAML_FLOAT_PATTERN$1.test(source)) return NOT_RESOLVED;
	let value = source.toLowerCase();
	const sign = value[0] === "-" ? -1 : 1;
	if ("+-".includes(value[0])) value = value.slice(1);
	if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
	if (value === ".nan") return NaN;
	const result = sign * parseFloat(value);
	if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN$1.test(source)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat$2(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatCoreTag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		".",
		..."0123456789"
	],
	resolve: resolveYamlFloat$2,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat$2
});
var YAML_FLOAT_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$");
var YAML_FLOAT_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$1(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_FLOAT_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
		let value = source.toLowerCase();
		const sign = value[0] === "-" ? -1 : 1;
		if ("+-".includes(value[0])) value = value.slice(1);
		if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
		if (value === ".nan") return NaN;
		const result = sign * parseFloat(value);
		return Number.isFinite(result) ? result : NOT_RESOLVED;
	}
	if (!YAML_FLOAT_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	const result = Number(source);
	if (Number.isFinite(result)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat$1(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatJsonTag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: ["-", ..."0123456789"],
	resolve: resolveYamlFloat$1,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat$1
});
var YAML_FLOAT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?(?:(?:[0-9][0-9_]*)?\\.[0-9_]*)(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat(source) {
	if (!YAML_FLOAT_PATTERN.test(source)) return NOT_RESOLVED;
	let value = source.toLowerCase().replace(/_/g, "");
	const sign = value[0] === "-" ? -1 : 1;
	if ("+-".includes(value[0])) value = value.slice(1);
	if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
	if (value === ".nan") return NaN;
	let result = 0;
	if (value.includes(":")) {
		for (const part of value.split(":")) result = result * 60 + Number(part);
		result *= sign;
	} else result = sign * parseFloat(value);
	if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN.test(source)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatYaml11Tag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		".",
		..."0123456789"
	],
	resolve: resolveYamlFloat,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat
});
/**
* Enables merge keys in {@link CORE_SCHEMA} when added with
* {@link Schema.withTags}.
*
* @category Tags
*/
var mergeTag = defineScalarTag("tag:yaml.org,2002:merge", {
	implicit: true,
	implicitFirstChars: ["<"],
	resolve: (source, isExplicit) => {
		if (source === "<<" || isExplicit && source === "") return "<<";
		return NOT_RESOLVED;
	},
	identify: () => false
});
var BASE64_PATTERN = /^[A-Za-z0-9+/]*={0,2}$/;
function resolveYamlBinary(source) {
	const input = source.replace(/\s/g, "");
	if (input.length % 4 !== 0 || !BASE64_PATTERN.test(input)) return NOT_RESOLVED;
	const binary = atob(input);
	const result = new Uint8Array(binary.length);
	for (let index = 0; index < binary.length; index++) result[index] = binary.charCodeAt(index);
	return result;
}
function representYamlBinary(object) {
	let binary = "";
	for (let index = 0; index < object.length; index++) binary += String.fromCharCode(object[index]);
	return btoa(binary);
}
/**
* The `!!binary` tag, represented as a `Uint8Array`.
*
* @category Tags
*/
var binaryTag = defineScalarTag("tag:yaml.org,2002:binary", {
	resolve: resolveYamlBinary,
	identify: (object) => Object.prototype.toString.call(object) === "[object Uint8Array]",
	represent: representYamlBinary
});
var YAML_DATE_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9])$");
var YAML_TIMESTAMP_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \\t]+)([0-9][0-9]?):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]*))?(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9][0-9]))?))?$");
function makeUtcDate(year, month, day, hour = 0, minute = 0, second = 0, fraction = 0) {
	const date = new Date(Date.UTC(year, month, day, hour, minute, second, fraction));
	date.setUTCFullYear(year, month, day);
	return date;
}
function resolveYamlTimestamp(source) {
	let match = YAML_DATE_REGEXP.exec(source);
	if (match === null) match = YAML_TIMESTAMP_REGEXP.exec(source);
	if (match === null) return NOT_RESOLVED;
	const year = +match[1];
	const month = +match[2] - 1;
	const day = +match[3];
	if (!match[4]) {
		const date = makeUtcDate(year, month, day);
		if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
		return date;
	}
	const hour = +match[4];
	const minute = +match[5];
	const second = +match[6];
	let fraction = 0;
	if (hour > 23 || minute > 59 || second > 59) return NOT_RESOLVED;
	if (match[7]) {
		let value = match[7].slice(0, 3);
		while (value.length < 3) value += "0";
		fraction = +value;
	}
	const date = makeUtcDate(year, month, day, hour, minute, second, fraction);
	if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
	if (match[9]) {
		const offsetHour = +match[10];
		const offsetMinute = +(match[11] || 0);
		if (offsetHour > 23 || offsetMinute > 59) return NOT_RESOLVED;
		const offset = (offsetHour * 60 + offsetMinute) * 6e4;
		date.setTime(date.getTime() - (match[9] === "-" ? -offset : offset));
	}
	return date;
}
/**
* The YAML 1.1 `!!timestamp` tag, represented as a JavaScript `Date`.
*
* @category Tags
*/
var timestampTag = defineScalarTag("tag:yaml.org,2002:timestamp", {
	implicit: true,
	implicitFirstChars: [..."0123456789"],
	resolve: resolveYamlTimestamp,
	identify: (object) => object instanceof Date,
	represent: (object) => object.toISOString()
});
/** @category Tags */
var seqTag = defineSequenceTag("tag:yaml.org,2002:seq", {
	create: () => [],
	addItem: (container, item) => {
		container.push(item);
	},
	identify: Array.isArray
});
function isPlainObject$1(data) {
	if (data === null || typeof data !== "object" || Array.isArray(data)) return false;
	const prototype = Object.getPrototypeOf(data);
	return prototype === null || prototype === Object.prototype;
}
/**
* Provided only for YAML 1.1 compatibility and supported by the loader only.
* JavaScript has no dedicated class to represent this type, so it cannot be
* identified and dumped.
*
* ```yaml
* !!omap
*   - one: 1
*   - two: 2
* ```
*
* is loaded as
*
* ```javascript
* [
*   { one: 1 },
*   { two: 2 }
* ]
* ```
*
* @category Tags
*/
var omapTag = defineSequenceTag("tag:yaml.org,2002:omap", {
	create: () => ({
		list: [],
		seen: /* @__PURE__ */ new Set()
	}),
	addItem: (carrier, item) => {
		let key;
		if (item instanceof Map) {
			if (item.size !== 1) return "cannot resolve an ordered map item";
			key = item.keys().next().value;
		} else if (isPlainObject$1(item)) {
			const itemKeys = Object.keys(item);
			if (itemKeys.length !== 1) return "cannot resolve an ordered map item";
			key = itemKeys[0];
		} else return "cannot resolve an ordered map item";
		if (carrier.seen.has(key)) return "duplicate key in ordered map";
		carrier.seen.add(key);
		carrier.list.push(item);
		return "";
	},
	finalize: (carrier) => carrier.list,
	identify: () => false
});
/**
* Provided only for YAML 1.1 compatibility and supported by the loader only.
* JavaScript has no dedicated class to represent this type, so it cannot be
* identified and dumped.
*
* ```yaml
* !!pairs
*   - one: 1
*   - two: 2
* ```
*
* is loaded as
*
* ```javascript
* [
*   ['one', 1],
*   ['two', 2]
* ]
* ```
*
* @category Tags
*/
var pairsTag = defineSequenceTag("tag:yaml.org,2002:pairs", {
	create: () => [],
	addItem: (container, item) => {
		if (item instanceof Map) {
			if (item.size !== 1) return "cannot resolve a pairs item";
			container.push(item.entries().next().value);
			return "";
		}
		if (Object.prototype.toString.call(item) !== "[object Object]") return "cannot resolve a pairs item";
		const object = item;
		const keys = Object.keys(object);
		if (keys.length !== 1) return "cannot resolve a pairs item";
		container.push([keys[0], object[keys[0]]]);
		return "";
	},
	identify: () => false
});
/**
* This is the default mapping implementation. It uses `{}` objects and has only
* partial functionality due to language limitations. This choice was made
* because users expect to get JavaScript objects, and it was left unchanged to
* avoid too many breaking changes in the v5 release.
*
* Side effects:
*
* - `Object.hasOwn()` checks or `for...of` loops are required for safe use (to
*   avoid falling through to prototypes).
* - Only scalar string keys are supported properly.
* - Other scalar keys, such as `null` and numbers, are converted to strings.
*   This is historical behaviour, and it can cause side effects such as
*   problems with `!!merge`.
*
* Note that non-string scalar keys may be deprecated in future versions.
*
* Ideally, use {@link realMapTag} instead.
*
* @category Tags
*/
var mapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => ({}),
	identify: isPlainObject$1,
	represent: (o) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of Object.keys(o)) map.set(key, o[key]);
		return map;
	},
	addPair: (container, key, value) => {
		if (key !== null && typeof key === "object") return "object-based map does not support complex keys";
		const normalizedKey = String(key);
		if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
			value,
			enumerable: true,
			configurable: true,
			writable: true
		});
		else container[normalizedKey] = value;
		return "";
	},
	has: (container, key) => {
		if (key !== null && typeof key === "object") return false;
		return Object.prototype.hasOwnProperty.call(container, String(key));
	},
	keys: (container) => Object.keys(container),
	get: (container, key) => {
		const normalizedKey = String(key);
		if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
		return container[normalizedKey];
	}
});
/**
* The YAML 1.1 `!!set` tag, represented as a JavaScript `Set`.
*
* @category Tags
*/
var setTag = defineMappingTag("tag:yaml.org,2002:set", {
	create: () => /* @__PURE__ */ new Set(),
	identify: (data) => data instanceof Set,
	represent: (data) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of data) map.set(key, null);
		return map;
	},
	addPair: (container, key, value) => {
		if (value !== null) return "cannot resolve a set item";
		container.add(key);
		return "";
	},
	has: (container, key) => container.has(key),
	keys: (container) => container.keys(),
	get: () => null
});
function createTagDefinitionMap() {
	return {
		scalar: Object.create(null),
		sequence: Object.create(null),
		mapping: Object.create(null)
	};
}
function createTagDefinitionListMap() {
	return {
		scalar: [],
		sequence: [],
		mapping: []
	};
}
function compileTags(tags) {
	const result = [];
	for (const tag of tags) {
		let index = result.length;
		for (let previousIndex = 0; previousIndex < result.length; previousIndex++) {
			const previous = result[previousIndex];
			if (previous.nodeKind === tag.nodeKind && previous.tagName === tag.tagName && previous.matchByTagPrefix === tag.matchByTagPrefix) {
				index = previousIndex;
				break;
			}
		}
		result[index] = tag;
	}
	return result;
}
/**
* Controls tag resolution when loading and type selection when dumping.
*
* @category Schemas
*/
var Schema = class Schema {
	tags;
	/** @internal */
	implicitScalarTags;
	/**
	* Dispatch implicit scalar resolvers by `source.charAt(0)`. Each bucket holds
	* the resolvers that may match that key, in schema order; a key absent from
	* the map uses
	* {@link Schema.implicitScalarAnyFirstChar}
	* (resolvers that declared no first-char constraint, so they apply to any
	* first character).
	*/
	implicitScalarByFirstChar;
	implicitScalarAnyFirstChar;
	/**
	* The default scalar tag (`!!str`), resolved once so the composer's fallback
	* for unresolved plain scalars avoids a keyed lookup per scalar.
	*
	* @internal
	*/
	defaultScalarTag;
	/**
	* The default container tags (`!!seq` / `!!map`), used by the dumper: when a
	* value is identified by its default tag, the tag is implicit and not
	* printed. Undefined if the schema does not define them (then such values
	* can't be dumped).
	*
	* @internal
	*/
	defaultSequenceTag;
	/** @internal */
	defaultMappingTag;
	exact;
	prefix;
	constructor(tags) {
		const compiledTags = compileTags(tags);
		const implicitScalarTags = [];
		const exact = createTagDefinitionMap();
		const prefix = createTagDefinitionListMap();
		for (const tag of compiledTags) {
			if (tag.nodeKind === "scalar" && tag.implicit) {
				if (tag.matchByTagPrefix) throw new Error("Implicit scalar tags cannot match by tag prefix");
				implicitScalarTags.push(tag);
			}
			switch (tag.nodeKind) {
				case "scalar":
					if (tag.matchByTagPrefix) prefix.scalar.push(tag);
					else exact.scalar[tag.tagName] = tag;
					break;
				case "sequence":
					if (tag.matchByTagPrefix) prefix.sequence.push(tag);
					else exact.sequence[tag.tagName] = tag;
					break;
				case "mapping": if (tag.matchByTagPrefix) prefix.mapping.push(tag);
				else exact.mapping[tag.tagName] = tag;
			}
		}
		const implicitScalarAnyFirstChar = implicitScalarTags.filter((tag) => tag.implicitFirstChars === null);
		const keys = /* @__PURE__ */ new Set();
		for (const tag of implicitScalarTags) if (tag.implicitFirstChars !== null) for (const key of tag.implicitFirstChars) keys.add(key);
		const implicitScalarByFirstChar = /* @__PURE__ */ new Map();
		for (const key of keys) implicitScalarByFirstChar.set(key, implicitScalarTags.filter((tag) => tag.implicitFirstChars === null || tag.implicitFirstChars.indexOf(key) !== -1));
		const defaultScalarTag = exact.scalar["tag:yaml.org,2002:str"];
		if (!defaultScalarTag) throw new Error("schema does not define the default scalar tag (tag:yaml.org,2002:str)");
		this.tags = compiledTags;
		this.implicitScalarTags = implicitScalarTags;
		this.implicitScalarByFirstChar = implicitScalarByFirstChar;
		this.implicitScalarAnyFirstChar = implicitScalarAnyFirstChar;
		this.defaultScalarTag = defaultScalarTag;
		this.defaultSequenceTag = exact.sequence["tag:yaml.org,2002:seq"];
		this.defaultMappingTag = exact.mapping["tag:yaml.org,2002:map"];
		this.exact = exact;
		this.prefix = prefix;
	}
	/** @internal */
	lookupScalarTag(tagName) {
		const exactTag = this.exact.scalar[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.scalar) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	lookupSequenceTag(tagName) {
		const exactTag = this.exact.sequence[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.sequence) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	lookupMappingTag(tagName) {
		const exactTag = this.exact.mapping[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.mapping) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	resolveImplicitScalarTag(source) {
		const candidates = this.implicitScalarByFirstChar.get(source.charAt(0)) ?? this.implicitScalarAnyFirstChar;
		for (const tag of candidates) {
			const value = tag.resolve(source, false, tag.tagName);
			if (value !== NOT_RESOLVED) return {
				value,
				tag
			};
		}
		const tag = this.defaultScalarTag;
		return {
			value: tag.resolve(source, false, tag.tagName),
			tag
		};
	}
	/**
	* Creates a new schema with the specified tags added. If a tag already
	* exists, it is replaced by the specified tag.
	*
	* @example
	*
	* ```javascript
	* import { CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
	*
	* const schema = CORE_SCHEMA.withTags(mergeTag, realMapTag)
	* ```
	*/
	withTags(...tags) {
		let flatTags = [];
		for (const tag of tags) flatTags = flatTags.concat(tag);
		return new Schema([...this.tags, ...flatTags]);
	}
};
/**
* The YAML 1.2 Failsafe Schema: strings, sequences, and mappings.
*
* @category Schemas
*/
var FAILSAFE_SCHEMA = new Schema([
	strTag,
	seqTag,
	mapTag
]);
/**
* The YAML 1.2 JSON Schema. It uses JSON scalar forms while retaining YAML
* collection syntax.
*
* @category Schemas
*/
var JSON_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullJsonTag,
	boolJsonTag,
	intJsonTag,
	floatJsonTag
]);
/**
* The default schema for the loaders. Note, {@link CORE_SCHEMA} comes
* without the `!!merge` tag. You can easily enable it if needed.
*
* @example
* Enable {@link mergeTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, mergeTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(mergeTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Schemas
*/
var CORE_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullCoreTag,
	boolCoreTag,
	intCoreTag,
	floatCoreTag
]);
/**
* YAML 1.1-compatible schema.
*
* @category Schemas
*/
var YAML11_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullYaml11Tag,
	boolYaml11Tag,
	intYaml11Tag,
	floatYaml11Tag,
	timestampTag,
	mergeTag,
	binaryTag,
	omapTag,
	pairsTag,
	setTag
]);
/**
* The dumper schema for maximum compatibility. It combines all supported type
* variants from YAML 1.1 and YAML 1.2 so strings matching any of them are
* quoted. This makes the generated YAML more compatible with other parsers.
*
* The schema is based on YAML 1.1, but extends `!!int` and `!!float` to accept
* both YAML 1.1 and Core Schema forms, since Core Schema supports some forms
* that YAML 1.1 does not.
*
* @category Schemas
*/
var DUMP_SCHEMA = YAML11_SCHEMA.withTags({
	...intYaml11Tag,
	resolve: (source, isExplicit, tagName) => {
		const result = intYaml11Tag.resolve(source, isExplicit, tagName);
		return result === NOT_RESOLVED ? intCoreTag.resolve(source, isExplicit, tagName) : result;
	}
}, {
	...floatYaml11Tag,
	resolve: (source, isExplicit, tagName) => {
		const result = floatYaml11Tag.resolve(source, isExplicit, tagName);
		return result === NOT_RESOLVED ? floatCoreTag.resolve(source, isExplicit, tagName) : result;
	}
});
/**
* Recommended when non-string keys are actually needed. It uses native
* JavaScript `Map` objects, so keys keep their constructed types instead of
* being converted to strings.
*
* It is not the default to avoid widespread breaking changes in existing
* projects. `Map` has a different access API and does not pass deep equality
* checks against `{}`-based fixtures. Alongside the other changes in v5,
* making it the default was considered too disruptive.
*
* If these differences are acceptable for your project, we recommend using
* {@link realMapTag} to guarantee the absence of problems and side effects.
*
* @example
* Enable {@link realMapTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, realMapTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(realMapTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Tags
*/
var realMapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => /* @__PURE__ */ new Map(),
	addPair: (container, key, value) => {
		container.set(key, value);
		return "";
	},
	has: (container, key) => container.has(key),
	keys: (container) => container.keys(),
	get: (container, key) => container.get(key),
	identify: (data) => data instanceof Map || isPlainObject$1(data),
	represent: (data) => {
		if (data instanceof Map) return data;
		const map = /* @__PURE__ */ new Map();
		const obj = data;
		for (const key of Object.keys(obj)) map.set(key, obj[key]);
		return map;
	}
});
function normalizeKey(key) {
	if (Array.isArray(key)) {
		const array = Array.prototype.slice.call(key);
		for (let index = 0; index < array.length; index++) {
			if (Array.isArray(array[index])) return null;
			if (typeof array[index] === "object" && Object.prototype.toString.call(array[index]) === "[object Object]") array[index] = "[object Object]";
		}
		return String(array);
	}
	if (typeof key === "object" && Object.prototype.toString.call(key) === "[object Object]") return "[object Object]";
	return String(key);
}
/**
* This implementation exists solely to reproduce v4 behavior exactly. Its use
* is strongly discouraged. If complex or non-string keys are needed, use
* {@link realMapTag} instead.
*
* @category Tags
*/
var legacyMapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => ({}),
	identify: isPlainObject$1,
	represent: (o) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of Object.keys(o)) map.set(key, o[key]);
		return map;
	},
	addPair: (container, key, value) => {
		const normalizedKey = normalizeKey(key);
		if (normalizedKey === null) return "nested arrays are not supported inside keys";
		if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
			value,
			enumerable: true,
			configurable: true,
			writable: true
		});
		else container[normalizedKey] = value;
		return "";
	},
	has: (container, key) => {
		const normalizedKey = normalizeKey(key);
		return normalizedKey !== null && Object.prototype.hasOwnProperty.call(container, normalizedKey);
	},
	keys: (container) => Object.keys(container),
	get: (container, key) => {
		const normalizedKey = String(key);
		if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
		return container[normalizedKey];
	}
});
var DEFAULT_SNIPPET_OPTIONS = {
	maxLength: 79,
	indent: 1,
	linesBefore: 3,
	linesAfter: 2
};
function getLine(buffer, lineStart, lineEnd, position, maxLineLength) {
	let head = "";
	let tail = "";
	const maxHalfLength = Math.floor(maxLineLength / 2) - 1;
	if (position - lineStart > maxHalfLength) {
		head = " ... ";
		lineStart = position - maxHalfLength + head.length;
	}
	if (lineEnd - position > maxHalfLength) {
		tail = " ...";
		lineEnd = position + maxHalfLength - tail.length;
	}
	return {
		str: head + buffer.slice(lineStart, lineEnd).replace(/\t/g, "→") + tail,
		pos: position - lineStart + head.length
	};
}
function padStart(string, max) {
	return " ".repeat(Math.max(max - string.length, 0)) + string;
}
function makeSnippet(mark, options) {
	if (!mark.buffer) return null;
	const opts = {
		...DEFAULT_SNIPPET_OPTIONS,
		...options
	};
	const re = /\r?\n|\r|\0/g;
	const lineStarts = [0];
	const lineEnds = [];
	let match;
	let foundLineNo = -1;
	while (match = re.exec(mark.buffer)) {
		lineEnds.push(match.index);
		lineStarts.push(match.index + match[0].length);
		if (mark.position <= match.index && foundLineNo < 0) foundLineNo = lineStarts.length - 2;
	}
	if (foundLineNo < 0) foundLineNo = lineStarts.length - 1;
	let result = "";
	const lineNoLength = Math.min(mark.line + opts.linesAfter, lineEnds.length).toString().length;
	const maxLineLength = opts.maxLength - (opts.indent + lineNoLength + 3);
	for (let i = 1; i <= opts.linesBefore; i++) {
		if (foundLineNo - i < 0) break;
		const line = getLine(mark.buffer, lineStarts[foundLineNo - i], lineEnds[foundLineNo - i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo - i]), maxLineLength);
		result = `${" ".repeat(opts.indent)}${padStart((mark.line - i + 1).toString(), lineNoLength)} | ${line.str}\n${result}`;
	}
	const line = getLine(mark.buffer, lineStarts[foundLineNo], lineEnds[foundLineNo], mark.position, maxLineLength);
	result += `${" ".repeat(opts.indent)}${padStart((mark.line + 1).toString(), lineNoLength)} | ${line.str}\n`;
	result += `${"-".repeat(opts.indent + lineNoLength + 3 + line.pos)}^\n`;
	for (let i = 1; i <= opts.linesAfter; i++) {
		if (foundLineNo + i >= lineEnds.length) break;
		const line = getLine(mark.buffer, lineStarts[foundLineNo + i], lineEnds[foundLineNo + i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo + i]), maxLineLength);
		result += `${" ".repeat(opts.indent)}${padStart((mark.line + i + 1).toString(), lineNoLength)} | ${line.str}\n`;
	}
	return result.replace(/\n$/, "");
}
function formatError(exception, compact) {
	let where = "";
	if (!exception.mark) return exception.reason;
	if (exception.mark.name) where += `in "${exception.mark.name}" `;
	where += `(${exception.mark.line + 1}:${exception.mark.column + 1})`;
	if (!compact && exception.mark.snippet) where += `\n\n${exception.mark.snippet}`;
	return `${exception.reason} ${where}`;
}
/**
* A YAML error. Unlike an ordinary `Error`, it adds a source snippet showing
* the location of the problem to the error message, when available.
*
* @category Main
*/
var YAMLException = class YAMLException extends Error {
	reason;
	mark;
	/**
	* Optional `mark` contains source snippet data. Usually, use
	* {@link YAMLException.throwAt} instead of passing it directly.
	*/
	constructor(reason, mark) {
		super();
		this.name = "YAMLException";
		this.reason = reason;
		this.mark = mark;
		this.message = formatError(this, false);
		if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
	}
	/**
	* Returns the formatted error, omitting the source snippet in compact mode.
	*/
	toString(compact) {
		return `${this.name}: ${formatError(this, compact)}`;
	}
	/**
	* Builds a YAMLException with a source snippet and throws it. `source` is
	* the raw input text; `position` is an offset into it.
	*/
	static throwAt(source, position, message, filename = "") {
		let line = 0;
		let lineStart = 0;
		for (let index = 0; index < position; index++) {
			const ch = source.charCodeAt(index);
			if (ch === 10) {
				line++;
				lineStart = index + 1;
			} else if (ch === 13) {
				line++;
				if (source.charCodeAt(index + 1) === 10) index++;
				lineStart = index + 1;
			}
		}
		const mark = {
			name: filename,
			buffer: source,
			position,
			line,
			column: position - lineStart
		};
		mark.snippet = makeSnippet(mark);
		throw new YAMLException(message, mark);
	}
};
/** @category Events */
var EVENT_ID = {
	DOCUMENT: 1,
	SEQUENCE: 2,
	MAPPING: 3,
	SCALAR: 4,
	ALIAS: 5,
	POP: 6
};
/** @category Nodes */
var SCALAR_STYLE = {
	PLAIN: 1,
	SINGLE_QUOTED: 2,
	DOUBLE_QUOTED: 3,
	LITERAL_BLOCK: 4,
	FOLDED_BLOCK: 5
};
/** @category Nodes */
var COLLECTION_STYLE = {
	BLOCK: 1,
	FLOW: 2
};
/** @category Nodes */
var CHOMPING_MODE = {
	CLIP: 1,
	STRIP: 2,
	KEEP: 3
};
var NO_RANGE$3 = -1;
function simpleEscapeSequence(c) {
	switch (c) {
		case 48: return "\0";
		case 97: return "\x07";
		case 98: return "\b";
		case 116: return "	";
		case 9: return "	";
		case 110: return "\n";
		case 118: return "\v";
		case 102: return "\f";
		case 114: return "\r";
		case 101: return "\x1B";
		case 32: return " ";
		case 34: return "\"";
		case 47: return "/";
		case 92: return "\\";
		case 78: return "";
		case 95: return "\xA0";
		case 76: return "\u2028";
		case 80: return "\u2029";
		default: return "";
	}
}
var simpleEscapeCheck = new Array(256);
var simpleEscapeMap = new Array(256);
for (let i = 0; i < 256; i++) {
	simpleEscapeCheck[i] = simpleEscapeSequence(i) ? 1 : 0;
	simpleEscapeMap[i] = simpleEscapeSequence(i);
}
function charFromCodepoint(c) {
	if (c <= 65535) return String.fromCharCode(c);
	return String.fromCharCode((c - 65536 >> 10) + 55296, (c - 65536 & 1023) + 56320);
}
function fromHexCode$1(c) {
	if (c >= 48 && c <= 57) return c - 48;
	return (c | 32) - 97 + 10;
}
function escapedHexLen$1(c) {
	if (c === 120) return 2;
	if (c === 117) return 4;
	return 8;
}
function skipFoldedBreaks(input, position, end) {
	let breaks = 0;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 10) {
			breaks++;
			position++;
		} else if (ch === 13) {
			breaks++;
			position++;
			if (input.charCodeAt(position) === 10) position++;
		} else if (ch === 32 || ch === 9) position++;
		else break;
	}
	return {
		position,
		breaks
	};
}
function foldedBreaks(count) {
	if (count === 1) return " ";
	return "\n".repeat(count - 1);
}
function getPlainValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, captureEnd);
}
function getSingleQuotedValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 39) {
			result += input.slice(captureStart, position) + "'";
			position += 2;
			captureStart = captureEnd = position;
		} else if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, end);
}
function getDoubleQuotedValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 92) {
			result += input.slice(captureStart, position);
			position++;
			const escaped = input.charCodeAt(position);
			if (escaped === 10 || escaped === 13) position = skipFoldedBreaks(input, position, end).position;
			else if (escaped < 256 && simpleEscapeCheck[escaped]) {
				result += simpleEscapeMap[escaped];
				position++;
			} else {
				let hexLength = escapedHexLen$1(escaped);
				let hexResult = 0;
				for (; hexLength > 0; hexLength--) {
					position++;
					const digit = fromHexCode$1(input.charCodeAt(position));
					hexResult = (hexResult << 4) + digit;
				}
				result += charFromCodepoint(hexResult);
				position++;
			}
			captureStart = captureEnd = position;
		} else if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, end);
}
function getBlockValue(input, start, end, indent, chomping, folded) {
	const textIndent = indent < 0 ? 0 : indent;
	const region = input.slice(start, end).replace(/\r\n?/g, "\n");
	const lines = region === "" ? [] : (region.endsWith("\n") ? region.slice(0, -1) : region).split("\n");
	let result = "";
	let didReadContent = false;
	let emptyLines = 0;
	let atMoreIndented = false;
	for (const line of lines) {
		let column = 0;
		while (column < textIndent && line.charCodeAt(column) === 32) column++;
		if (indent < 0 || column >= line.length) {
			emptyLines++;
			continue;
		}
		const content = line.slice(textIndent);
		const first = content.charCodeAt(0);
		if (folded) {
			if (first === 32 || first === 9) {
				atMoreIndented = true;
				result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
			} else if (atMoreIndented) {
				atMoreIndented = false;
				result += "\n".repeat(emptyLines + 1);
			} else if (emptyLines === 0) {
				if (didReadContent) result += " ";
			} else result += "\n".repeat(emptyLines);
		} else result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
		result += content;
		didReadContent = true;
		emptyLines = 0;
	}
	if (chomping === CHOMPING_MODE.KEEP) result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
	else if (chomping !== CHOMPING_MODE.STRIP) {
		if (didReadContent) result += "\n";
	}
	return result;
}
/**
* Decodes the scalar referenced by event offsets in `input`.
*
* @category Events
*/
function getScalarValue(input, scalar) {
	if (scalar.valueStart === NO_RANGE$3) return "";
	const { valueStart, valueEnd } = scalar;
	if (scalar.fast) return input.slice(valueStart, valueEnd);
	switch (scalar.style) {
		case SCALAR_STYLE.SINGLE_QUOTED: return getSingleQuotedValue(input, valueStart, valueEnd);
		case SCALAR_STYLE.DOUBLE_QUOTED: return getDoubleQuotedValue(input, valueStart, valueEnd);
		case SCALAR_STYLE.LITERAL_BLOCK: return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, false);
		case SCALAR_STYLE.FOLDED_BLOCK: return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, true);
		default: return getPlainValue(input, valueStart, valueEnd);
	}
}
var DEFAULT_TAG_HANDLERS = Object.assign(Object.create(null), {
	"!": "!",
	"!!": "tag:yaml.org,2002:"
});
var TAG_SUFFIX_CHARS = "-#;/?:@&=+$_.~*'()";
var TAG_URI_CHARS = TAG_SUFFIX_CHARS + "!,[]";
var DEFAULT_CONSTRUCTOR_OPTIONS = {
	filename: "",
	schema: CORE_SCHEMA,
	json: false,
	maxTotalMergeKeys: 1e4,
	maxAliases: -1
};
var NO_RANGE$1 = -1;
var HAS_OWN = Object.prototype.hasOwnProperty;
var CONTEXT_FLOW_IN = 1;
var CONTEXT_FLOW_OUT = 2;
var CONTEXT_BLOCK_IN = 3;
var CONTEXT_BLOCK_OUT = 4;
var PATTERN_NON_PRINTABLE = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
var PATTERN_FLOW_INDICATORS = /[,\[\]{}]/;
var PATTERN_TAG_HANDLE = /^(?:!|!!|![0-9A-Za-z-]+!)$/;
var NS_URI_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`;
var NS_TAG_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`;
var PATTERN_TAG_URI = new RegExp(`^(?:${NS_URI_CHAR})*$`);
var PATTERN_TAG_SUFFIX = new RegExp(`^(?:${NS_TAG_CHAR})+$`);
var PATTERN_TAG_PREFIX = new RegExp(`^(?:!(?:${NS_URI_CHAR})*|${NS_TAG_CHAR}(?:${NS_URI_CHAR})*)$`);
var DEFAULT_PARSER_OPTIONS = {
	filename: "",
	maxDepth: 100
};
function addDocumentEvent(state, explicitStart, explicitEnd) {
	state.events.push({
		type: EVENT_ID.DOCUMENT,
		explicitStart,
		explicitEnd,
		directives: state.directives
	});
}
function addSequenceEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
	state.events.push({
		type: EVENT_ID.SEQUENCE,
		start,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style
	});
}
function addMappingEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
	state.events.push({
		type: EVENT_ID.MAPPING,
		start,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style
	});
}
function insertFlowPairMappingEvent(state, snapshot) {
	state.events.splice(snapshot.eventsLength, 0, {
		type: EVENT_ID.MAPPING,
		start: snapshot.position,
		anchorStart: NO_RANGE$1,
		anchorEnd: NO_RANGE$1,
		tagStart: NO_RANGE$1,
		tagEnd: NO_RANGE$1,
		style: COLLECTION_STYLE.FLOW
	});
}
function addScalarEvent(state, valueStart, valueEnd, anchorStart, anchorEnd, tagStart, tagEnd, style, chomping = CHOMPING_MODE.CLIP, indent = -1, fast = false) {
	state.events.push({
		type: EVENT_ID.SCALAR,
		valueStart,
		valueEnd,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style,
		chomping,
		indent,
		fast
	});
}
function addAliasEvent(state, anchorStart, anchorEnd) {
	state.events.push({
		type: EVENT_ID.ALIAS,
		anchorStart,
		anchorEnd
	});
}
function addPopEvent(state) {
	state.events.push({ type: EVENT_ID.POP });
}
function addEmptyScalarEvent(state) {
	addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, SCALAR_STYLE.PLAIN);
}
function emptyProperties() {
	return {
		anchorStart: NO_RANGE$1,
		anchorEnd: NO_RANGE$1,
		tagStart: NO_RANGE$1,
		tagEnd: NO_RANGE$1
	};
}
function snapshotState(state) {
	return {
		position: state.position,
		line: state.line,
		lineStart: state.lineStart,
		lineIndent: state.lineIndent,
		firstTabInLine: state.firstTabInLine,
		eventsLength: state.events.length
	};
}
function restoreState(state, snapshot) {
	state.position = snapshot.position;
	state.line = snapshot.line;
	state.lineStart = snapshot.lineStart;
	state.lineIndent = snapshot.lineIndent;
	state.firstTabInLine = snapshot.firstTabInLine;
	state.events.length = snapshot.eventsLength;
}
function throwError(state, message) {
	YAMLException.throwAt(state.input.slice(0, state.length), state.position, message, state.filename);
}
function isEol(c) {
	return c === 10 || c === 13;
}
function isWhiteSpace(c) {
	return c === 9 || c === 32;
}
function isWsOrEol(c) {
	return isWhiteSpace(c) || isEol(c);
}
function isWsOrEolOrEnd(c) {
	return c === 0 || isWsOrEol(c);
}
function isFlowIndicator(c) {
	return c === 44 || c === 91 || c === 93 || c === 123 || c === 125;
}
function fromDecimalCode(c) {
	return c >= 48 && c <= 57 ? c - 48 : -1;
}
function fromHexCode(c) {
	if (c >= 48 && c <= 57) return c - 48;
	const lc = c | 32;
	if (lc >= 97 && lc <= 102) return lc - 97 + 10;
	return -1;
}
function escapedHexLen(c) {
	if (c === 120) return 2;
	if (c === 117) return 4;
	if (c === 85) return 8;
	return 0;
}
function isSimpleEscape(c) {
	return c === 48 || c === 97 || c === 98 || c === 116 || c === 9 || c === 110 || c === 118 || c === 102 || c === 114 || c === 101 || c === 32 || c === 34 || c === 47 || c === 92 || c === 78 || c === 95 || c === 76 || c === 80;
}
function consumeLineBreak(state) {
	if (state.input.charCodeAt(state.position) === 10) state.position++;
	else {
		state.position++;
		if (state.input.charCodeAt(state.position) === 10) state.position++;
	}
	state.line++;
	state.lineStart = state.position;
	state.lineIndent = 0;
	state.firstTabInLine = -1;
}
function skipSeparationSpace(state, allowComments) {
	let lineBreaks = 0;
	let ch = state.input.charCodeAt(state.position);
	let hasSeparation = state.position === state.lineStart || isWsOrEol(state.input.charCodeAt(state.position - 1));
	while (ch !== 0) {
		while (isWhiteSpace(ch)) {
			hasSeparation = true;
			if (ch === 9 && state.firstTabInLine === -1) state.firstTabInLine = state.position;
			ch = state.input.charCodeAt(++state.position);
		}
		if (allowComments && hasSeparation && ch === 35) do
			ch = state.input.charCodeAt(++state.position);
		while (!isEol(ch) && ch !== 0);
		if (!isEol(ch)) break;
		consumeLineBreak(state);
		lineBreaks++;
		hasSeparation = true;
		ch = state.input.charCodeAt(state.position);
		while (ch === 32) {
			state.lineIndent++;
			ch = state.input.charCodeAt(++state.position);
		}
	}
	return lineBreaks;
}
function testDocumentSeparator(state, position = state.position) {
	const ch = state.input.charCodeAt(position);
	if ((ch === 45 || ch === 46) && ch === state.input.charCodeAt(position + 1) && ch === state.input.charCodeAt(position + 2)) {
		const following = state.input.charCodeAt(position + 3);
		return following === 0 || isWsOrEol(following);
	}
	return false;
}
function skipByteOrderMark(state) {
	if (state.position === state.lineStart && state.input.charCodeAt(state.position) === 65279) {
		state.position++;
		state.lineStart = state.position;
	}
}
function testDocumentBoundary(state) {
	if (state.position !== state.lineStart) return false;
	if (testDocumentSeparator(state)) return true;
	if (state.input.charCodeAt(state.position) !== 65279) return false;
	const snapshot = snapshotState(state);
	skipByteOrderMark(state);
	skipSeparationSpace(state, true);
	const ch = state.input.charCodeAt(state.position);
	const result = state.position === state.lineStart && (ch === 37 || ch === 45 && testDocumentSeparator(state));
	restoreState(state, snapshot);
	return result;
}
function skipUntilLineEnd(state) {
	let ch = state.input.charCodeAt(state.position);
	while (ch !== 0 && !isEol(ch)) ch = state.input.charCodeAt(++state.position);
}
function checkPrintable(state, start, end) {
	const match = PATTERN_NON_PRINTABLE.exec(state.input.slice(start, end));
	if (match !== null) {
		state.position = start + match.index + match[0].length - 1;
		throwError(state, "the stream contains non-printable characters");
	}
}
function readTagProperty(state, props, inFlow) {
	if (state.input.charCodeAt(state.position) !== 33) return false;
	if (props.tagStart !== NO_RANGE$1) throwError(state, "duplication of a tag property");
	const start = state.position;
	let isVerbatim = false;
	let isNamed = false;
	let tagHandle = "!";
	let ch = state.input.charCodeAt(++state.position);
	if (ch === 60) {
		isVerbatim = true;
		ch = state.input.charCodeAt(++state.position);
	} else if (ch === 33) {
		isNamed = true;
		tagHandle = "!!";
		ch = state.input.charCodeAt(++state.position);
	}
	let suffixStart = state.position;
	let tagName;
	if (isVerbatim) {
		while (ch !== 0 && ch !== 62) ch = state.input.charCodeAt(++state.position);
		if (ch !== 62) throwError(state, "unexpected end of the stream within a verbatim tag");
		tagName = state.input.slice(suffixStart, state.position);
		state.position++;
	} else {
		while (ch !== 0 && !isWsOrEol(ch) && !(inFlow && isFlowIndicator(ch))) {
			if (ch === 33) {
				if (!isNamed) {
					tagHandle = state.input.slice(suffixStart - 1, state.position + 1);
					if (!PATTERN_TAG_HANDLE.test(tagHandle)) throwError(state, "named tag handle cannot contain such characters");
					isNamed = true;
					suffixStart = state.position + 1;
				} else throwError(state, "tag suffix cannot contain exclamation marks");
			}
			ch = state.input.charCodeAt(++state.position);
		}
		tagName = state.input.slice(suffixStart, state.position);
		if (PATTERN_FLOW_INDICATORS.test(tagName)) throwError(state, "tag suffix cannot contain flow indicator characters");
	}
	if (tagName && !(isVerbatim ? PATTERN_TAG_URI.test(tagName) : PATTERN_TAG_SUFFIX.test(tagName))) throwError(state, `tag name cannot contain such characters: ${tagName}`);
	if (!isVerbatim && tagHandle !== "!" && tagHandle !== "!!" && !HAS_OWN.call(state.tagHandlers, tagHandle)) throwError(state, `undeclared tag handle "${tagHandle}"`);
	props.tagStart = start;
	props.tagEnd = state.position;
	return true;
}
function readAnchorProperty(state, props) {
	if (state.input.charCodeAt(state.position) !== 38) return false;
	if (props.anchorStart !== NO_RANGE$1) throwError(state, "duplication of an anchor property");
	state.position++;
	const start = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
	if (state.position === start) throwError(state, "name of an anchor node must contain at least one character");
	props.anchorStart = start;
	props.anchorEnd = state.position;
	return true;
}
function readAlias(state, props) {
	if (state.input.charCodeAt(state.position) !== 42) return false;
	if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) throwError(state, "alias node should not have any properties");
	state.position++;
	const start = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
	if (state.position === start) throwError(state, "name of an alias node must contain at least one character");
	addAliasEvent(state, start, state.position);
	return true;
}
function readFlowScalarBreak(state, nodeIndent) {
	skipSeparationSpace(state, false);
	if (state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readSingleQuotedScalar(state, nodeIndent, props) {
	if (state.input.charCodeAt(state.position) !== 39) return false;
	state.position++;
	const start = state.position;
	let simple = true;
	while (state.input.charCodeAt(state.position) !== 0) {
		const ch = state.input.charCodeAt(state.position);
		if (ch === 39) {
			if (state.input.charCodeAt(state.position + 1) === 39) {
				simple = false;
				state.position += 2;
				continue;
			}
			const end = state.position;
			state.position++;
			addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.SINGLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
			return true;
		}
		if (isEol(ch)) {
			simple = false;
			readFlowScalarBreak(state, nodeIndent);
		} else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a single quoted scalar");
		else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
		else state.position++;
	}
	throwError(state, "unexpected end of the stream within a single quoted scalar");
}
function readDoubleQuotedScalar(state, nodeIndent, props) {
	if (state.input.charCodeAt(state.position) !== 34) return false;
	state.position++;
	const start = state.position;
	let simple = true;
	while (state.input.charCodeAt(state.position) !== 0) {
		const ch = state.input.charCodeAt(state.position);
		if (ch === 34) {
			const end = state.position;
			state.position++;
			addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.DOUBLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
			return true;
		}
		if (ch === 92) {
			simple = false;
			const escaped = state.input.charCodeAt(++state.position);
			if (isEol(escaped)) readFlowScalarBreak(state, nodeIndent);
			else if (isSimpleEscape(escaped)) state.position++;
			else {
				let hexLength = escapedHexLen(escaped);
				if (hexLength === 0) throwError(state, "unknown escape sequence");
				while (hexLength-- > 0) {
					state.position++;
					if (fromHexCode(state.input.charCodeAt(state.position)) < 0) throwError(state, "expected hexadecimal character");
				}
				state.position++;
			}
		} else if (isEol(ch)) {
			simple = false;
			readFlowScalarBreak(state, nodeIndent);
		} else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a double quoted scalar");
		else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
		else state.position++;
	}
	throwError(state, "unexpected end of the stream within a double quoted scalar");
}
function readBlockScalar(state, parentIndent, props) {
	const ch = state.input.charCodeAt(state.position);
	let chomping = CHOMPING_MODE.CLIP;
	let indent = -1;
	let detectedIndent = false;
	if (ch !== 124 && ch !== 62) return false;
	const style = ch === 124 ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
	state.position++;
	while (state.input.charCodeAt(state.position) !== 0) {
		const current = state.input.charCodeAt(state.position);
		const digit = fromDecimalCode(current);
		if (current === 43 || current === 45) {
			if (chomping !== CHOMPING_MODE.CLIP) throwError(state, "repeat of a chomping mode identifier");
			chomping = current === 43 ? CHOMPING_MODE.KEEP : CHOMPING_MODE.STRIP;
			state.position++;
		} else if (digit >= 0) {
			if (digit === 0) throwError(state, "bad explicit indentation width of a block scalar; it cannot be less than one");
			if (detectedIndent) throwError(state, "repeat of an indentation width identifier");
			indent = parentIndent + digit - 1;
			detectedIndent = true;
			state.position++;
		} else break;
	}
	let hadWhitespace = false;
	while (isWhiteSpace(state.input.charCodeAt(state.position))) {
		hadWhitespace = true;
		state.position++;
	}
	if (hadWhitespace && state.input.charCodeAt(state.position) === 35) skipUntilLineEnd(state);
	if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
	else if (state.input.charCodeAt(state.position) !== 0) throwError(state, "a line break is expected");
	let contentIndent = detectedIndent ? indent : -1;
	let maxLeadingIndent = 0;
	const valueStart = state.position;
	let valueEnd = state.position;
	while (state.input.charCodeAt(state.position) !== 0) {
		const linePosition = state.position;
		let column = 0;
		while (state.input.charCodeAt(linePosition + column) === 32) column++;
		const first = state.input.charCodeAt(linePosition + column);
		if (first === 0) {
			if (contentIndent >= 0) {
				if (column > contentIndent) valueEnd = linePosition + column;
			} else if (column > 0) valueEnd = linePosition + column;
			break;
		}
		if (testDocumentBoundary(state)) break;
		if (!detectedIndent && contentIndent === -1 && isEol(first)) maxLeadingIndent = Math.max(maxLeadingIndent, column);
		if (!detectedIndent && contentIndent === -1 && !isEol(first)) {
			if (first === 9 && column < parentIndent) {
				state.position = linePosition + column;
				throwError(state, "tab characters must not be used in indentation");
			}
			if (column >= parentIndent && column < maxLeadingIndent) {
				state.position = linePosition + column;
				throwError(state, "bad indentation of a mapping entry");
			}
		}
		if (contentIndent === -1 && first !== 0 && !isEol(first) && column < parentIndent) {
			state.lineIndent = column;
			state.position = linePosition + column;
			break;
		}
		if (!detectedIndent && first !== 0 && !isEol(first) && contentIndent === -1) contentIndent = column;
		const requiredIndent = contentIndent === -1 ? parentIndent + 1 : contentIndent;
		if (first !== 0 && !isEol(first) && column < requiredIndent) {
			state.lineIndent = column;
			state.position = linePosition + column;
			break;
		}
		skipUntilLineEnd(state);
		valueEnd = state.position;
		if (isEol(state.input.charCodeAt(state.position))) {
			consumeLineBreak(state);
			valueEnd = state.position;
		}
	}
	checkPrintable(state, valueStart, valueEnd);
	addScalarEvent(state, valueStart, valueEnd, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, style, chomping, contentIndent);
	return true;
}
function canStartPlainScalar(state, nodeContext) {
	const ch = state.input.charCodeAt(state.position);
	const inFlow = nodeContext === CONTEXT_FLOW_IN;
	if (ch === 0 || isWsOrEol(ch) || ch === 35 || ch === 38 || ch === 42 || ch === 33 || ch === 124 || ch === 62 || ch === 39 || ch === 34 || ch === 37 || ch === 64 || ch === 96 || isFlowIndicator(ch)) return false;
	if (ch === 63 || ch === 45) {
		const following = state.input.charCodeAt(state.position + 1);
		if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) return false;
	}
	return true;
}
function readPlainScalar$1(state, nodeIndent, nodeContext, props) {
	if (!canStartPlainScalar(state, nodeContext)) return false;
	const start = state.position;
	let end = state.position;
	let ch = state.input.charCodeAt(state.position);
	const inFlow = nodeContext === CONTEXT_FLOW_IN;
	let multiline = false;
	while (ch !== 0) {
		if (testDocumentBoundary(state)) break;
		if (ch === 58) {
			const following = state.input.charCodeAt(state.position + 1);
			if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) break;
		} else if (ch === 35) {
			if (isWsOrEol(state.input.charCodeAt(state.position - 1))) break;
		} else if (inFlow && isFlowIndicator(ch)) break;
		else if (isEol(ch)) {
			const savedPosition = state.position;
			const savedLine = state.line;
			const savedLineStart = state.lineStart;
			const savedLineIndent = state.lineIndent;
			skipSeparationSpace(state, false);
			if (state.lineIndent >= nodeIndent) {
				multiline = true;
				ch = state.input.charCodeAt(state.position);
				continue;
			}
			state.position = savedPosition;
			state.line = savedLine;
			state.lineStart = savedLineStart;
			state.lineIndent = savedLineIndent;
			break;
		}
		if (!isWhiteSpace(ch)) end = state.position + 1;
		ch = state.input.charCodeAt(++state.position);
	}
	if (end === start) return false;
	checkPrintable(state, start, end);
	addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN, CHOMPING_MODE.CLIP, -1, !multiline);
	return true;
}
function skipFlowSeparationSpace(state, nodeIndent) {
	const startLine = state.line;
	skipSeparationSpace(state, true);
	if (state.line > startLine && state.lineIndent < nodeIndent || state.firstTabInLine !== -1 && state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readFlowCollection(state, nodeIndent, props) {
	const ch = state.input.charCodeAt(state.position);
	const isMapping = ch === 123;
	const start = state.position;
	let readNext = true;
	if (ch !== 91 && ch !== 123) return false;
	const terminator = isMapping ? 125 : 93;
	if (isMapping) addMappingEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
	else addSequenceEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
	state.position++;
	while (state.input.charCodeAt(state.position) !== 0) {
		skipFlowSeparationSpace(state, nodeIndent);
		let ch = state.input.charCodeAt(state.position);
		if (ch === terminator) {
			state.position++;
			addPopEvent(state);
			return true;
		} else if (!readNext) throwError(state, "missed comma between flow collection entries");
		else if (ch === 44) throwError(state, "expected the node content, but found ','");
		let isPair = false;
		let isExplicitPair = false;
		if (ch === 63 && isWsOrEol(state.input.charCodeAt(state.position + 1))) {
			isPair = isExplicitPair = true;
			state.position += 1;
			skipFlowSeparationSpace(state, nodeIndent);
		}
		const entryLine = state.line;
		const entryStart = snapshotState(state);
		const keyWasRead = parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true);
		skipFlowSeparationSpace(state, nodeIndent);
		ch = state.input.charCodeAt(state.position);
		if ((isMapping || isExplicitPair || state.line === entryLine) && ch === 58) {
			isPair = true;
			state.position++;
			skipFlowSeparationSpace(state, nodeIndent);
			if (!isMapping) {
				insertFlowPairMappingEvent(state, entryStart);
				if (!keyWasRead) addEmptyScalarEvent(state);
			} else if (!keyWasRead) addEmptyScalarEvent(state);
			if (!parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true)) addEmptyScalarEvent(state);
			skipFlowSeparationSpace(state, nodeIndent);
			if (!isMapping) addPopEvent(state);
		} else if (isMapping && isPair) {
			if (!keyWasRead) addEmptyScalarEvent(state);
			addEmptyScalarEvent(state);
		} else if (isMapping) addEmptyScalarEvent(state);
		else if (isPair) {
			insertFlowPairMappingEvent(state, entryStart);
			if (!keyWasRead) addEmptyScalarEvent(state);
			addEmptyScalarEvent(state);
			addPopEvent(state);
		}
		ch = state.input.charCodeAt(state.position);
		if (ch === 44) {
			readNext = true;
			state.position++;
		} else readNext = false;
	}
	throwError(state, "unexpected end of the stream within a flow collection");
}
function readBlockSequence(state, nodeIndent, props) {
	if (state.firstTabInLine !== -1 || state.input.charCodeAt(state.position) !== 45 || !isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) return false;
	addSequenceEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
	while (state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) {
		if (state.firstTabInLine !== -1) {
			state.position = state.firstTabInLine;
			throwError(state, "tab characters must not be used in indentation");
		}
		const entryLine = state.line;
		state.position++;
		const hadBreak = skipSeparationSpace(state, true) > 0;
		if (state.firstTabInLine !== -1 && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
		if (hadBreak && state.lineIndent <= nodeIndent) addEmptyScalarEvent(state);
		else parseNode(state, nodeIndent, CONTEXT_BLOCK_IN, false, true);
		skipSeparationSpace(state, true);
		if (state.lineIndent < nodeIndent || state.position >= state.length) break;
		if (state.lineIndent > nodeIndent) throwError(state, "bad indentation of a sequence entry");
		if (state.line === entryLine && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
	}
	addPopEvent(state);
	return true;
}
function readBlockMapping(state, nodeIndent, flowIndent, props) {
	let atExplicitKey = false;
	let detected = false;
	let mappingOpened = false;
	let pendingExplicitKey = false;
	if (state.firstTabInLine !== -1) return false;
	let ch = state.input.charCodeAt(state.position);
	while (ch !== 0) {
		if (!atExplicitKey && state.firstTabInLine !== -1) {
			state.position = state.firstTabInLine;
			throwError(state, "tab characters must not be used in indentation");
		}
		const following = state.input.charCodeAt(state.position + 1);
		const entryLine = state.line;
		if ((ch === 63 || ch === 58) && isWsOrEolOrEnd(following)) {
			if (!mappingOpened) {
				addMappingEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
				mappingOpened = true;
			}
			if (ch === 63) {
				if (atExplicitKey) addEmptyScalarEvent(state);
				detected = true;
				atExplicitKey = true;
			} else if (atExplicitKey) atExplicitKey = false;
			else {
				addEmptyScalarEvent(state);
				detected = true;
				atExplicitKey = false;
			}
			state.position += 1;
			pendingExplicitKey = true;
		} else {
			if (atExplicitKey) {
				addEmptyScalarEvent(state);
				atExplicitKey = false;
			}
			const beforeKey = snapshotState(state);
			if (!parseNode(state, flowIndent, CONTEXT_FLOW_OUT, false, true)) break;
			if (state.line === entryLine) {
				ch = state.input.charCodeAt(state.position);
				while (isWhiteSpace(ch)) ch = state.input.charCodeAt(++state.position);
				if (ch === 58) {
					ch = state.input.charCodeAt(++state.position);
					if (!isWsOrEolOrEnd(ch)) throwError(state, "a whitespace character is expected after the key-value separator within a block mapping");
					if (!mappingOpened) {
						state.events.splice(beforeKey.eventsLength, 0, {
							type: EVENT_ID.MAPPING,
							start: beforeKey.position,
							anchorStart: props.anchorStart,
							anchorEnd: props.anchorEnd,
							tagStart: props.tagStart,
							tagEnd: props.tagEnd,
							style: COLLECTION_STYLE.BLOCK
						});
						mappingOpened = true;
					}
					detected = true;
					atExplicitKey = false;
					pendingExplicitKey = false;
				} else if (detected) throwError(state, "expected ':' after a mapping key");
				else {
					if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
						restoreState(state, beforeKey);
						return false;
					}
					return true;
				}
			} else if (detected) throwError(state, "can not read a block mapping entry; a multiline key may not be an implicit key");
			else {
				if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
					restoreState(state, beforeKey);
					return false;
				}
				return true;
			}
		}
		if (parseNode(state, nodeIndent, CONTEXT_BLOCK_OUT, true, pendingExplicitKey)) pendingExplicitKey = false;
		if (!atExplicitKey) {
			if (pendingExplicitKey) {
				addEmptyScalarEvent(state);
				pendingExplicitKey = false;
			}
		}
		skipSeparationSpace(state, true);
		ch = state.input.charCodeAt(state.position);
		if ((state.line === entryLine || state.lineIndent > nodeIndent) && ch !== 0) throwError(state, "bad indentation of a mapping entry");
		else if (state.lineIndent < nodeIndent) break;
	}
	if (!detected) return false;
	if (atExplicitKey) addEmptyScalarEvent(state);
	if (mappingOpened) addPopEvent(state);
	return true;
}
function parseNode(state, parentIndent, nodeContext, allowToSeek, allowCompact, allowPropertyMapping = true) {
	if (state.depth >= state.maxDepth) throwError(state, `nesting exceeded maxDepth (${state.maxDepth})`);
	state.depth++;
	let indentStatus = 1;
	let atNewLine = false;
	let hasContent = false;
	let propertyStart = null;
	const props = emptyProperties();
	let allowBlockScalars = nodeContext === CONTEXT_BLOCK_OUT || nodeContext === CONTEXT_BLOCK_IN;
	let allowBlockCollections = allowBlockScalars;
	const allowBlockStyles = allowBlockScalars;
	if (allowToSeek && skipSeparationSpace(state, true)) {
		atNewLine = true;
		if (state.lineIndent > parentIndent) indentStatus = 1;
		else if (state.lineIndent === parentIndent) indentStatus = 0;
		else indentStatus = -1;
	}
	if (indentStatus === 1) while (true) {
		const ch = state.input.charCodeAt(state.position);
		const propertyState = snapshotState(state);
		if (atNewLine && indentStatus !== 1 && (ch === 33 || ch === 38)) break;
		if (atNewLine && allowBlockStyles && (props.tagStart !== NO_RANGE$1 || props.anchorStart !== NO_RANGE$1) && (ch === 33 || ch === 38)) {
			const fallbackState = snapshotState(state);
			const flowIndent = parentIndent + 1;
			if (readBlockMapping(state, state.position - state.lineStart, flowIndent, props) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) {
				state.depth--;
				return true;
			}
			restoreState(state, fallbackState);
		}
		if (atNewLine && (ch === 33 && props.tagStart !== NO_RANGE$1 || ch === 38 && props.anchorStart !== NO_RANGE$1)) break;
		if (!readTagProperty(state, props, nodeContext === CONTEXT_FLOW_IN) && !readAnchorProperty(state, props)) break;
		if (propertyStart === null) propertyStart = propertyState;
		if (skipSeparationSpace(state, true)) {
			atNewLine = true;
			allowBlockCollections = allowBlockStyles;
			if (state.lineIndent > parentIndent) indentStatus = 1;
			else if (state.lineIndent === parentIndent) indentStatus = 0;
			else indentStatus = -1;
		} else allowBlockCollections = false;
	}
	if (allowBlockCollections) allowBlockCollections = atNewLine || allowCompact;
	if (indentStatus === 1 || nodeContext === CONTEXT_BLOCK_OUT) {
		const flowIndent = nodeContext === CONTEXT_FLOW_IN || nodeContext === CONTEXT_FLOW_OUT ? parentIndent : parentIndent + 1;
		const blockIndent = state.position - state.lineStart;
		if (indentStatus === 1) {
			if (allowBlockCollections && (readBlockSequence(state, blockIndent, props) || readBlockMapping(state, blockIndent, flowIndent, props)) || readFlowCollection(state, flowIndent, props)) hasContent = true;
			else {
				const ch = state.input.charCodeAt(state.position);
				if (propertyStart !== null && allowPropertyMapping && allowBlockStyles && !allowBlockCollections && ch !== 124 && ch !== 62) {
					const fallbackState = snapshotState(state);
					const propertyIndent = propertyStart.position - propertyStart.lineStart;
					restoreState(state, propertyStart);
					if (readBlockMapping(state, propertyIndent, flowIndent, emptyProperties()) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) hasContent = true;
					else restoreState(state, fallbackState);
				}
				if (!hasContent && (allowBlockScalars && readBlockScalar(state, flowIndent, props) || readSingleQuotedScalar(state, flowIndent, props) || readDoubleQuotedScalar(state, flowIndent, props) || readAlias(state, props) || readPlainScalar$1(state, flowIndent, nodeContext, props))) hasContent = true;
			}
		} else if (indentStatus === 0) hasContent = allowBlockCollections && readBlockSequence(state, blockIndent, props);
	}
	allowBlockScalars = allowBlockScalars && !hasContent;
	if (!hasContent && (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1 || allowBlockScalars)) {
		addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN);
		hasContent = true;
	}
	state.depth--;
	return hasContent || props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1;
}
function readDirective(state) {
	if (state.lineIndent > 0 || state.input.charCodeAt(state.position) !== 37) return false;
	state.position++;
	const nameStart = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
	const name = state.input.slice(nameStart, state.position);
	const args = [];
	if (name.length === 0) throwError(state, "directive name must not be less than one character in length");
	while (state.input.charCodeAt(state.position) !== 0 && !isEol(state.input.charCodeAt(state.position))) {
		while (isWhiteSpace(state.input.charCodeAt(state.position))) state.position++;
		if (state.input.charCodeAt(state.position) === 35 || isEol(state.input.charCodeAt(state.position)) || state.input.charCodeAt(state.position) === 0) break;
		const start = state.position;
		while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
		args.push(state.input.slice(start, state.position));
	}
	if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
	if (name === "YAML") {
		if (state.directives.some((directive) => directive.kind === "yaml")) throwError(state, "duplication of %YAML directive");
		if (args.length !== 1) throwError(state, "YAML directive accepts exactly one argument");
		const match = /^([0-9]+)\.([0-9]+)$/.exec(args[0]);
		if (match === null) throwError(state, "ill-formed argument of the YAML directive");
		if (parseInt(match[1], 10) !== 1) throwError(state, "unacceptable YAML version of the document");
		state.directives.push({
			kind: "yaml",
			version: args[0]
		});
	} else if (name === "TAG") {
		if (args.length !== 2) throwError(state, "TAG directive accepts exactly two arguments");
		const [handle, prefix] = args;
		if (!PATTERN_TAG_HANDLE.test(handle)) throwError(state, "ill-formed tag handle (first argument) of the TAG directive");
		if (HAS_OWN.call(state.tagHandlers, handle)) throwError(state, `there is a previously declared suffix for "${handle}" tag handle`);
		if (!PATTERN_TAG_PREFIX.test(prefix)) throwError(state, "ill-formed tag prefix (second argument) of the TAG directive");
		state.tagHandlers[handle] = prefix;
		state.directives.push({
			kind: "tag",
			handle,
			prefix
		});
	}
	return true;
}
function readDocument$1(state) {
	state.directives = [];
	state.tagHandlers = Object.create(null);
	let hasDirectives = false;
	skipSeparationSpace(state, true);
	while (readDirective(state)) {
		hasDirectives = true;
		skipSeparationSpace(state, true);
	}
	let explicitStart = false;
	let explicitEnd = false;
	let allowCompact = true;
	if (state.lineIndent === 0 && state.input.charCodeAt(state.position) === 45 && state.input.charCodeAt(state.position + 1) === 45 && state.input.charCodeAt(state.position + 2) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 3))) {
		explicitStart = true;
		const markerLine = state.line;
		state.position += 3;
		skipSeparationSpace(state, true);
		allowCompact = state.line > markerLine;
	} else if (hasDirectives) throwError(state, "directives end mark is expected");
	const documentEventIndex = state.events.length;
	if (!explicitStart && state.position === state.lineStart && state.input.charCodeAt(state.position) === 46 && testDocumentSeparator(state)) {
		state.position += 3;
		skipSeparationSpace(state, true);
		return;
	}
	addDocumentEvent(state, explicitStart, false);
	if (!parseNode(state, state.lineIndent - 1, CONTEXT_BLOCK_OUT, false, allowCompact, allowCompact)) addEmptyScalarEvent(state);
	skipSeparationSpace(state, true);
	if (state.position === state.lineStart && testDocumentSeparator(state)) {
		explicitEnd = state.input.charCodeAt(state.position) === 46;
		if (explicitEnd) {
			const markerLine = state.line;
			state.position += 3;
			skipSeparationSpace(state, true);
			if (state.line === markerLine && state.position < state.length) throwError(state, "end of the stream or a document separator is expected");
		}
	}
	const documentEvent = state.events[documentEventIndex];
	if (documentEvent?.type === EVENT_ID.DOCUMENT) documentEvent.explicitEnd = explicitEnd;
	addPopEvent(state);
	if (!explicitEnd && state.position < state.length && !testDocumentBoundary(state)) throwError(state, "end of the stream or a document separator is expected");
}
/**
* Parses YAML into a flat event stream referencing source text by offsets.
*
* @category Events
*/
function parseEvents(input, options) {
	const length = input.length;
	const state = {
		...DEFAULT_PARSER_OPTIONS,
		...options,
		input: `${input}\0`,
		length,
		position: 0,
		line: 0,
		lineStart: 0,
		lineIndent: 0,
		firstTabInLine: -1,
		depth: 0,
		directives: [],
		tagHandlers: Object.create(null),
		events: []
	};
	const nullpos = input.indexOf("\0");
	if (nullpos !== -1) YAMLException.throwAt(input, nullpos, "null byte is not allowed in input", state.filename);
	while (state.position < state.length) {
		skipByteOrderMark(state);
		skipSeparationSpace(state, true);
		if (state.position >= state.length) break;
		const documentStart = state.position;
		readDocument$1(state);
		if (state.position === documentStart)
 /* c8 ignore next */
		throwError(state, "can not read a document");
	}
	return state.events;
}
var DEFAULT_LOAD_OPTIONS = {
	...DEFAULT_PARSER_OPTIONS,
	...DEFAULT_CONSTRUCTOR_OPTIONS
};
function hasBit(mask, bit) {
	return (mask & 1 << bit) !== 0;
}
/**
* Default scalar styling rules in application order.
* See [Scalar styling](../../docs/scalar_styling.md) for usage details.
*
* @category AST
*/
var DEFAULT_SCALAR_STYLE_RULES = {
	applyQuoteFlowKeysOption,
	doubleQuoteForInvisibles,
	doubleQuoteWhitespaceOnly,
	applyForceQuotesOption,
	tryLongOrMultilineAsBlock,
	quoteInvalidPlain,
	fallbackToDoubleQuoted
};
function _preferredQuotedStyle(layout) {
	if (layout.presenterOptions.quoteStyle === "single" && hasBit(layout.allowedStylesMask, SCALAR_STYLE.SINGLE_QUOTED)) return SCALAR_STYLE.SINGLE_QUOTED;
	return SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyQuoteFlowKeysOption(layout) {
	if (!layout.presenterOptions.quoteFlowKeys) return;
	if (!layout.isKey || !layout.flowOnly || layout.style !== SCALAR_STYLE.PLAIN) return;
	layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteForInvisibles(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && /[\t\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteWhitespaceOnly(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && /^\s+$/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyForceQuotesOption(layout) {
	if (!layout.presenterOptions.forceQuotes) return;
	if (layout.isKey || layout.style !== SCALAR_STYLE.PLAIN) return;
	if (layout.node.tag !== layout.presenterOptions.schema.defaultScalarTag.tagName) return;
	layout.style = layout.node.value.includes("\n") ? SCALAR_STYLE.DOUBLE_QUOTED : _preferredQuotedStyle(layout);
}
function tryLongOrMultilineAsBlock(layout) {
	if (layout.style !== SCALAR_STYLE.PLAIN || layout.isKey) return;
	const value = layout.node.value;
	const multiline = value.indexOf("\n") !== -1;
	if (!hasBit(layout.allowedStylesMask, SCALAR_STYLE.LITERAL_BLOCK)) {
		if (multiline) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
		return;
	}
	const w = layout.presenterOptions.lineWidth;
	if (w === -1) {
		if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
		return;
	}
	const availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
	let position = 0;
	let shouldFold = false;
	while (position <= value.length) {
		let lineEnd = value.length;
		const nextLineBreak = value.indexOf("\n", position);
		if (nextLineBreak !== -1) lineEnd = nextLineBreak;
		const line = value.slice(position, lineEnd);
		if (line.length > availableWidth && line[0] !== " " && / [^ \t]/.test(line)) shouldFold = true;
		if (nextLineBreak === -1) break;
		position = nextLineBreak + 1;
	}
	if (shouldFold) layout.style = SCALAR_STYLE.FOLDED_BLOCK;
	else if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
}
function quoteInvalidPlain(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && !hasBit(layout.allowedStylesMask, SCALAR_STYLE.PLAIN)) layout.style = _preferredQuotedStyle(layout);
}
function fallbackToDoubleQuoted(layout) {
	if (!hasBit(layout.allowedStylesMask, layout.style)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
var SRC_C_PRINTABLE = "[\\x09\\x0A\\x0D\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]";
var SRC_B_CHAR = "[\\n\\r]";
var SRC_C_BYTE_ORDER_MARK = "\\uFEFF";
var SRC_S_WHITE = "[ \\t]";
var SRC_NB_CHAR = `(?:(?!(?:${SRC_B_CHAR}|${SRC_C_BYTE_ORDER_MARK}))${SRC_C_PRINTABLE})`;
var SRC_NS_CHAR = `(?:(?!${SRC_S_WHITE})${SRC_NB_CHAR})`;
var SRC_NB_JSON = "[\\x09\\x20-\\uD7FF\\uE000-\\uFFFF\\u{10000}-\\u{10FFFF}]";
var SRC_C_INDICATOR = "[-?:,\\[\\]{}#&*!|>'\"%@`]";
var SRC_C_FLOW_INDICATOR = "[,\\[\\]{}]";
var SRC_NS_PLAIN_SAFE_FLOW_OUT = SRC_NS_CHAR;
var SRC_NS_PLAIN_SAFE_FLOW_IN = `(?:(?!${SRC_C_FLOW_INDICATOR})${SRC_NS_CHAR})`;
var SRC_NS_PLAIN_FIRST_FLOW_OUT = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))`;
var SRC_NS_PLAIN_FIRST_FLOW_IN = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))`;
var SRC_NS_PLAIN_CHAR_FLOW_OUT = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_OUT})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))#*`;
var SRC_NS_PLAIN_CHAR_FLOW_IN = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_IN})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))#*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_OUT})*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_IN})*`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_OUT = `${SRC_NS_PLAIN_FIRST_FLOW_OUT}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_IN = `${SRC_NS_PLAIN_FIRST_FLOW_IN}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_OUT;
var SRC_NS_PLAIN_ONE_LINE_FLOW_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_IN;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_OUT}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_IN}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT = `${SRC_NS_PLAIN_ONE_LINE_FLOW_OUT}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT})*`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_IN = `${SRC_NS_PLAIN_ONE_LINE_FLOW_IN}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN})*`;
var NS_PLAIN_FLOW_OUT = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT})$`, "u");
var NS_PLAIN_FLOW_IN = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_IN})$`, "u");
var NS_PLAIN_BLOCK_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY})$`, "u");
var NS_PLAIN_FLOW_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_FLOW_KEY})$`, "u");
var NB_SINGLE_ONE_LINE = new RegExp(`^(?:${SRC_NB_JSON})*$`, "u");
var NB_SINGLE_MULTI_LINE = new RegExp(`^(?:${SRC_NB_JSON}|\\n)*$`, "u");
var BLOCK_SCALAR_CONTENT = new RegExp(`^(?:${SRC_NB_CHAR}|\\n)*$`, "u");
var DEFAULT_PRESENTER_OPTIONS = {
	indent: 2,
	seqNoIndent: false,
	seqInlineFirst: true,
	lineWidth: 80,
	flowBracketPadding: false,
	flowSkipCommaSpace: false,
	flowSkipColonSpace: false,
	quoteFlowKeys: false,
	quoteStyle: "single",
	forceQuotes: false,
	scalarStyleRules: Object.keys(DEFAULT_SCALAR_STYLE_RULES).map((name) => Reflect.get(DEFAULT_SCALAR_STYLE_RULES, name)),
	tagBeforeAnchor: false
};
var DEFAULT_DUMP_OPTIONS = {
	...DEFAULT_PRESENTER_OPTIONS,
	schema: DUMP_SCHEMA,
	skipInvalid: false,
	noRefs: false,
	flowLevel: -1,
	sortKeys: false,
	transform: () => {}
};
/** @deprecated Use `EVENT_ID.DOCUMENT` instead. @internal */
var EVENT_DOCUMENT = EVENT_ID.DOCUMENT;
/** @deprecated Use `EVENT_ID.SEQUENCE` instead. @internal */
var EVENT_SEQUENCE = EVENT_ID.SEQUENCE;
/** @deprecated Use `EVENT_ID.MAPPING` instead. @internal */
var EVENT_MAPPING = EVENT_ID.MAPPING;
/** @deprecated Use `EVENT_ID.SCALAR` instead. @internal */
var EVENT_SCALAR = EVENT_ID.SCALAR;
/** @deprecated Use `EVENT_ID.ALIAS` instead. @internal */
var EVENT_ALIAS = EVENT_ID.ALIAS;
/** @deprecated Use `EVENT_ID.POP` instead. @internal */
var EVENT_POP = EVENT_ID.POP;
/** @deprecated Use `SCALAR_STYLE.PLAIN` instead. @internal */
var SCALAR_STYLE_PLAIN = SCALAR_STYLE.PLAIN;
/** @deprecated Use `SCALAR_STYLE.SINGLE_QUOTED` instead. @internal */
var SCALAR_STYLE_SINGLE_QUOTED = SCALAR_STYLE.SINGLE_QUOTED;
/** @deprecated Use `SCALAR_STYLE.DOUBLE_QUOTED` instead. @internal */
var SCALAR_STYLE_DOUBLE_QUOTED = SCALAR_STYLE.DOUBLE_QUOTED;
/** @deprecated Use `SCALAR_STYLE.LITERAL_BLOCK` instead. @internal */
var SCALAR_STYLE_LITERAL_BLOCK = SCALAR_STYLE.LITERAL_BLOCK;
/** @deprecated Use `SCALAR_STYLE.FOLDED_BLOCK` instead. @internal */
var SCALAR_STYLE_FOLDED_BLOCK = SCALAR_STYLE.FOLDED_BLOCK;
/** @deprecated Use `COLLECTION_STYLE.BLOCK` instead. @internal */
var COLLECTION_STYLE_BLOCK = COLLECTION_STYLE.BLOCK;
/** @deprecated Use `COLLECTION_STYLE.FLOW` instead. @internal */
var COLLECTION_STYLE_FLOW = COLLECTION_STYLE.FLOW;
/** @deprecated Use `CHOMPING_MODE.CLIP` instead. @internal */
var CHOMPING_CLIP = CHOMPING_MODE.CLIP;
/** @deprecated Use `CHOMPING_MODE.STRIP` instead. @internal */
var CHOMPING_STRIP = CHOMPING_MODE.STRIP;
/** @deprecated Use `CHOMPING_MODE.KEEP` instead. @internal */
var CHOMPING_KEEP = CHOMPING_MODE.KEEP;

// src/core/yaml/check-form.ts
/** What Kubernetes does not take in the writing of a scalar, inside brackets or outside. */
function refuseScalarForm(source, event, inBrackets) {
	if (event.style === SCALAR_STYLE.PLAIN) return refusePlainForm(source, event, inBrackets);
	if ((event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK) && beginsWithTab(source, event)) return {
		code: "yaml.tab",
		text: "A block text begins with a tab; Kubernetes refuses it. Begin it with another character, or quote it."
	};
	return null;
}
/** What Kubernetes does not take in the writing of an anchor: a bracket right behind its name. */
function refuseAnchorForm(source, event) {
	const next = source[event.anchorEnd];
	if (next !== "[" && next !== "{") return null;
	return {
		code: "yaml.anchor-name",
		text: "A bracket follows the name of an anchor. Put a blank between."
	};
}
function refusePlainForm(source, event, inBrackets) {
	const first = source[event.valueStart];
	const written = inBrackets ? source.slice(event.valueStart, event.valueEnd) : "";
	if (first === "?" || written.includes("?")) return {
		code: "yaml.question-mark",
		text: "Kubernetes takes the ? in this unquoted text for a sign of YAML. Quote the text."
	};
	if (inBrackets && first === ":") return {
		code: "yaml.colon",
		text: "Unquoted text begins with a colon inside brackets. Quote it."
	};
	return null;
}
function beginsWithTab(source, event) {
	let at = event.valueStart;
	while (at < event.valueEnd && " \r\n".includes(source.charAt(at))) at += 1;
	return at < event.valueEnd && source[at] === "	";
}

// src/core/yaml/merged-map.ts
/** The codes and sentences of {@link MergeRefusal}. */
const MERGE_REFUSALS = {
	"not-a-map": {
		code: "yaml.merge-value",
		text: "The merge key << needs a map, an alias of one, or a list of these. Correct its value."
	},
	twice: {
		code: "yaml.merge-twice",
		text: "A second merge key << stands in this map; readers differ in what they do. Write one << with a list."
	},
	late: {
		code: "yaml.merge-after-key",
		text: "The merge key << brings a key that is written above it; Kubernetes takes the merged value, other tools the written one. Put << first."
	}
};
/** Whether a key is `<<` without quotes, tag or anchor. */
function isMergeKey(source, event) {
	return event.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN && event.tagStart === -1 && event.anchorStart === -1 && event.valueEnd - event.valueStart === 2 && source.startsWith("<<", event.valueStart);
}
/** A map in the making, with YAML's merge key: what is written wins over what is merged. */
var MergedMap = class {
	value;
	#merged = null;
	constructor(value) {
		this.value = value;
	}
	/** Sets a written key; false when it is written already. */
	set(key, value) {
		const fresh = !(key in this.value) || this.#merged?.delete(key) === true;
		this.value[key] = value;
		return fresh;
	}
	/** Merges a map, or the maps of a written list, of which the first wins. */
	merge(written, isWrittenList) {
		if (this.#merged !== null) return "twice";
		const sources = isWrittenList && isJsonList(written) ? written : [written];
		const merged = /* @__PURE__ */ new Set();
		const keys = [];
		for (const from of sources) {
			if (!isJsonObject(from)) return "not-a-map";
			for (const key of Object.keys(from)) {
				if (merged.has(key)) continue;
				if (key in this.value) return "late";
				merged.add(key);
				keys.push({
					key,
					from
				});
			}
		}
		for (const { key, from } of keys) this.value[key] = from[key] ?? null;
		this.#merged = merged;
		return keys;
	}
};

// src/core/yaml/check-entry.ts
/**
* Whether a key of a block map stands alone at its map's column. The parser also takes one that follows other text on
* its line; Kubernetes does not.
*/
function refuseEntry(source, entry) {
	const mark = explicitMark(source, entry.keyStart);
	if (mark !== null && !isExplicitForm(source, mark, entry.keyEnd)) return EXPLICIT;
	const start = mark ?? entry.keyStart;
	if (column(source, start) !== column(source, entry.map)) return MISPLACED;
	return standsAlone(source, start, entry.isFirst) ? null : MISPLACED;
}
const MISPLACED = {
	code: "yaml.indentation",
	text: "A key must begin a line, under the first key of its map. Put it there."
};
const EXPLICIT = {
	code: "yaml.explicit-key",
	text: "A key is written with \"?\". Write \"key: value\"."
};
function explicitMark(source, keyStart) {
	let at = keyStart - 1;
	while (source.charCodeAt(at) === BLANK) at -= 1;
	return source.charCodeAt(at) === QUESTION_MARK && at < keyStart - 1 ? at : null;
}
function isExplicitForm(source, mark, keyEnd) {
	const indent = " ".repeat(column(source, mark));
	const next = `${source.startsWith("\r\n", keyEnd) ? "\r\n" : "\n"}${indent}:`;
	return source.startsWith(next, keyEnd) && " \r\n".includes(source[keyEnd + next.length] ?? "\n");
}
function column(source, offset) {
	let at = offset;
	while (at > 0 && source.charCodeAt(at - 1) !== LINE_FEED) at -= 1;
	return offset - at;
}
function standsAlone(source, start, isFirst) {
	for (let at = start - 1; at >= 0 && source.charCodeAt(at) !== LINE_FEED; at -= 1) {
		if (source.charCodeAt(at) === BLANK) continue;
		if (!(isFirst && "-?:".includes(source.charAt(at)) && source.charCodeAt(at + 1) === BLANK)) return false;
	}
	return true;
}
const LINE_FEED = 10;
const BLANK = 32;
const QUESTION_MARK = 63;

// src/core/yaml/scalar.ts
/**
* What Kubernetes makes of a plain scalar: the first that fits of null, boolean, integer, float, string. Undefined when
* it has no exact value; {@link whyRefused} says why.
*/
function readPlainScalar(text) {
	if (text === "") return null;
	const word = text.length <= LONGEST_WORD ? WORDS.get(text) : void 0;
	if (word !== void 0) return word;
	if (text === "<<") return void 0;
	if (!beginsAsNumber(text)) return text;
	if (NOT_FINITE.test(text)) return void 0;
	return NUMBER_START.test(text) ? readNumber(text) : text;
}
/** Why a plain scalar is refused, with the sentence for it. The scalar itself is not repeated: it may be a secret. */
function whyRefused(text) {
	if (text === "<<") return {
		code: "yaml.merge-value",
		text: "The merge key << stands as a value here. Quote it, or remove it."
	};
	if (NOT_FINITE.test(text)) return {
		code: "yaml.not-finite",
		text: `Kubernetes has no JSON for the number ${text}. Quote it if it is text.`
	};
	if (text.includes("_")) return {
		code: "yaml.underscore-number",
		text: "Kubernetes drops the _ and reads this as a number. Quote it if it is text, else write the number without _."
	};
	if (RADIX_PREFIX.test(text) && !INTEGER.test(text)) return {
		code: "yaml.number",
		text: "This starts as a hexadecimal, octal or binary number and is none. Quote it."
	};
	return {
		code: "yaml.number-range",
		text: "This number is outside the range that Kubernetes holds exactly (64 bits). Quote it if it is text."
	};
}
const WORDS = new Map([
	...[
		"~",
		"null",
		"Null",
		"NULL"
	].map((word) => [word, null]),
	...[
		"y",
		"Y",
		"yes",
		"Yes",
		"YES",
		"true",
		"True",
		"TRUE",
		"on",
		"On",
		"ON"
	].map((word) => [word, true]),
	...[
		"n",
		"N",
		"no",
		"No",
		"NO",
		"false",
		"False",
		"FALSE",
		"off",
		"Off",
		"OFF"
	].map((word) => [word, false])
]);
const LONGEST_WORD = 5;
const NOT_FINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const NUMBER_START = /^[-+.]?[0-9]|^[-+]\.[0-9]/;
const INTEGER = /^[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|0[0-7]*|[1-9][0-9]*)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const RADIX_PREFIX = /^[-+]?0[xXbBoO]/;
const LONGEST_INTEGER = 80;
const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;
function beginsAsNumber(text) {
	const first = text.charCodeAt(0);
	return first >= 43 && first <= 57;
}
function readNumber(text) {
	if (INTEGER.test(text)) return withinInt64(text);
	if (FLOAT.test(text)) return readFloat(text);
	if (RADIX_PREFIX.test(text)) return void 0;
	if (text.includes("_") && isNumber$1(text.replaceAll("_", ""))) return void 0;
	return text;
}
function withinInt64(text) {
	if (text.length > LONGEST_INTEGER) return void 0;
	const negative = text.startsWith("-");
	const digits = negative || text.startsWith("+") ? text.slice(1) : text;
	const magnitude = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits);
	const value = negative ? -magnitude : magnitude;
	return value >= INT64_MIN && value <= INT64_MAX ? value : void 0;
}
function readFloat(text) {
	const value = Number(text);
	if (!Number.isFinite(value)) return void 0;
	if (!Number.isInteger(value) || Math.abs(value) > 0x8ac7230489e80000) return value;
	const integer = BigInt(String(value));
	return integer >= INT64_MIN && integer <= INT64_MAX ? integer : value;
}
function isNumber$1(text) {
	return INTEGER.test(text) || FLOAT.test(text);
}

// src/core/yaml/mapping-key.ts
/** What makes a scalar no key for Kubernetes, or one of another text than `text`. */
function refuseKey(event, text) {
	if (event.anchorStart !== -1) return {
		code: "yaml.anchored-key",
		text: "A key has an anchor. Set the anchor on the value."
	};
	if (text === "<<") return {
		code: "yaml.quoted-merge",
		text: "The key \"<<\" is quoted or tagged: Kubernetes reads a plain key, kustomize drops it. Write << without quotes to merge."
	};
	if (event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK) return {
		code: "yaml.multiline-key",
		text: "A block text stands as a key. Write the key on one line."
	};
	if (!(event.style === SCALAR_STYLE.PLAIN && event.tagStart === -1) || typeof readPlainScalar(text) === "string") return null;
	if (text === "") return {
		code: "yaml.empty-key",
		text: "A key is missing before the colon. Write one."
	};
	return {
		code: "yaml.key-not-string",
		text: `Kubernetes does not read the key ${text.slice(0, 40)} as text. Quote it.`
	};
}
/**
* Whether a key is a plain decimal number as Kubernetes writes it again: it then becomes that text. kustomize refuses
* such keys.
*/
function isIntegerKey(event, text) {
	return event.style === SCALAR_STYLE.PLAIN && event.tagStart === -1 && event.anchorStart === -1 && DECIMAL$1.test(text) && typeof readPlainScalar(text) === "bigint";
}
const DECIMAL$1 = /^(?:0|-?[1-9][0-9]*)$/;
/** What Kubernetes does not take in the writing of a key: Go finds one only on one line with its colon. */
function refuseKeyForm(source, key, style, limits) {
	const colon = skipBlanks(source, key.end);
	if (colon - key.start > limits.maxKeyLength) return {
		code: "yaml.long-key",
		text: `The key is longer than ${String(limits.maxKeyLength)} characters. Shorten it.`
	};
	if (key.isPlain && gluedColon(source, colon)) return {
		code: "yaml.colon",
		text: "Kubernetes reads the colon as a part of the key here. Put a blank after the colon."
	};
	if (!(style === COLLECTION_STYLE.FLOW && colonOnLaterLine(source, colon)) && !source.slice(key.start, key.end).includes("\n")) return null;
	return {
		code: "yaml.multiline-key",
		text: "A key must stand on one line, with its colon. Put it on one line."
	};
}
function gluedColon(source, colon) {
	return source.charCodeAt(colon) === 58 && FLOW_INDICATORS.has(source.charCodeAt(colon + 1));
}
const FLOW_INDICATORS = new Set(Array.from(",[]{}", (sign) => sign.charCodeAt(0)));
function skipBlanks(source, from) {
	let at = from;
	while (source.charCodeAt(at) === 32 || source.charCodeAt(at) === 9) at += 1;
	return at;
}
function colonOnLaterLine(source, from) {
	let at = from;
	let lines = 0;
	for (;;) {
		at = skipBlanks(source, at);
		if (source[at] === "#") at = source.indexOf("\n", at);
		if (source[at] === "\r") at += 1;
		if (at === -1 || source[at] !== "\n") return lines > 0 && source[at] === ":";
		lines += 1;
		at += 1;
	}
}

// src/core/yaml/check-escapes.ts
/**
* Where the text between double quotes has an escape that Go does not read as the parser does: it knows neither `\/`
* nor surrogates, and keeps empty lines after an escaped line break. -1 when there is none.
*/
function findForeignEscape(raw) {
	for (const match of raw.matchAll(ESCAPE)) {
		const escape = match[0];
		if (escape === "\\/" || /^\\\r?\n[ \t]*\r?\n/.test(escape)) return match.index;
		if (/^\\[uU]/.test(escape) && !isCharacter(Number.parseInt(escape.slice(2), 16))) return match.index;
	}
	return -1;
}
const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n[ \t]*\r?\n|[^])/g;
function isCharacter(point) {
	return point <= 1114111 && (point < 55296 || point > 57343);
}

// src/core/yaml/read-scalar.ts
/** The value of a scalar; only right when it is not refused. */
function readScalar$1(build, event) {
	const offset = build.offset(event);
	refuseTag(build, event);
	const text = readText(build, event);
	if (event.style !== SCALAR_STYLE.PLAIN || event.tagStart !== -1) return text;
	const value = readPlainScalar(text);
	if (value !== void 0) return value;
	const why = whyRefused(text);
	build.refuse(why.code, offset, why.text);
	return null;
}
/** Refuses every tag but `!!str` before text. */
function refuseTag(build, event) {
	if (event.tagStart === -1) return;
	if (event.type === EVENT_ID.SCALAR && event.valueStart !== -1 && build.source.text.slice(event.tagStart, event.tagEnd) === "!!str") return;
	build.refuse("yaml.tag", event.tagStart, "A tag (!) stands here; only !!str before text is read. Remove it, or quote the text.");
}
/** The text of a scalar, whatever it resolves to. */
function readText(build, event) {
	if (event.valueStart === -1) return "";
	const source = build.source;
	build.lastEnd = event.valueEnd;
	const form = refuseScalarForm(source.text, event, build.brackets > 0);
	if (form !== null) build.refuse(form.code, event.valueStart, form.text);
	const text = getScalarValue(source.text, event);
	if (event.fast || event.style !== SCALAR_STYLE.DOUBLE_QUOTED) return text;
	const escape = source.json ? -1 : findForeignEscape(source.text.slice(event.valueStart, event.valueEnd));
	if (escape !== -1) build.refuse("yaml.escape", event.valueStart + escape, "Kubernetes does not read this escape as other YAML readers do. Write the character itself.");
	else if (!text.isWellFormed()) build.refuse("yaml.surrogate", event.valueStart, "An escape stands for half of a character. Write the whole character.");
	return text;
}

// src/core/yaml/resolve-alias.ts
/** The event at which the node of an alias begins; null when it is refused. `at` is the event of the alias itself. */
function resolveAlias(build, event, at) {
	const offset = build.offset(event);
	build.lastEnd = event.anchorEnd;
	const name = build.source.text.slice(event.anchorStart, event.anchorEnd);
	const target = build.anchors.resolve(name, at);
	if ("event" in target) return target.event;
	if (target.fatal) build.stop(target.refused, offset, target.text);
	else build.refuse(target.refused, offset, target.text);
	return null;
}

// src/core/yaml/read-key.ts
/** The text of the key that comes next, in a map that has it as its first or not; undefined when it is refused. */
function readKey(build, map, isFirst) {
	const event = build.events.peek();
	if (!build.enter(event, 0)) return void 0;
	if (event.type === EVENT_ID.SCALAR) return readScalarKey(build, event, map, isFirst);
	if (event.type === EVENT_ID.ALIAS) return readAliasKey(build, event, map, isFirst);
	build.refuse("yaml.complex-key", build.offset(event), "A list or a map stands as a key. Write the key as text.");
	build.events.skip();
}
/** Refuses the writing of a key that Kubernetes does not find, or finds elsewhere. */
function checkKeyForm(build, event, map, isFirst) {
	if (event.type === EVENT_ID.SCALAR && event.valueStart === -1) return;
	const source = build.source.text;
	const isPlain = event.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN;
	const quote = event.type === EVENT_ID.SCALAR && !isPlain ? 1 : 0;
	const start = build.offset(event);
	const end = event.type === EVENT_ID.SCALAR ? event.valueEnd + quote : event.anchorEnd;
	const form = refuseKeyForm(source, {
		start,
		end,
		isPlain
	}, map.style, build.limits);
	if (form !== null) build.refuse(form.code, start, form.text);
	if (map.style === COLLECTION_STYLE.FLOW) return;
	const keyStart = event.type === EVENT_ID.SCALAR && event.tagStart !== -1 ? Math.min(start, event.tagStart) : start;
	const place = refuseEntry(source, {
		map: map.start,
		keyStart,
		keyEnd: end,
		isFirst
	});
	if (place !== null) build.refuse(place.code, keyStart, place.text);
}
function readScalarKey(build, event, map, isFirst) {
	const offset = build.offset(event);
	build.events.at += 1;
	checkKeyForm(build, event, map, isFirst);
	refuseTag(build, event);
	const text = readText(build, event);
	if (isIntegerKey(event, text)) {
		const sentence = `The key ${text} is a number, and a merge << stands in the document: Kubernetes may then hold it twice. Quote it.`;
		build.refuseWithMerge("yaml.key-not-string", offset, sentence);
		return text;
	}
	const refusal = refuseKey(event, text);
	if (refusal === null) return text;
	build.refuse(refusal.code, offset, refusal.text);
}
function readAliasKey(build, event, map, isFirst) {
	const offset = build.offset(event);
	const at = build.events.at;
	build.events.at += 1;
	checkKeyForm(build, event, map, isFirst);
	const target = resolveAlias(build, event, at);
	if (target === null) return void 0;
	const text = build.inAlias(offset, target, () => readAliasedText(build));
	if (text === null) {
		build.refuse("yaml.alias-key", offset, "An alias of something else than a line of text stands as a key. Write the key as text.");
		return;
	}
	build.refuseWithMerge("yaml.alias-key", offset, "An alias stands as a key, and a merge << in the same document: kustomize then takes the name of the alias for the key. Write the key as text.");
	return text;
}
function readAliasedText(build) {
	const event = build.events.peek();
	if (event.type !== EVENT_ID.SCALAR) return null;
	const value = readScalar$1(build, event);
	return typeof value === "string" && value !== "<<" && !value.includes("\n") ? value : null;
}

// src/core/yaml/build-value.ts
/**
* Builds the value of the node that comes next as Kubernetes would; only right when the build has no issues afterwards.
* An alias is read again where it stands, so nothing is shared and everything is counted.
*/
function buildValue(build, depth = 1) {
	const at = build.events.at;
	const event = build.events.next();
	if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) throw new Error("no node begins here");
	if (!build.enter(event, depth)) return null;
	if (event.type === EVENT_ID.ALIAS) return expandAlias(build, event, depth);
	const anchor = openAnchor(build, event, at);
	const value = event.type === EVENT_ID.SCALAR ? readScalar$1(build, event) : collection(build, event, depth);
	if (anchor !== null) anchor.open = false;
	return value;
}
function expandAlias(build, event, depth) {
	const offset = build.offset(event);
	const target = resolveAlias(build, event, build.events.at - 1);
	if (target === null) return null;
	return build.inAlias(offset, target, () => buildValue(build, depth));
}
function openAnchor(build, event, at) {
	if (event.anchorStart === -1 || build.alias !== null) return null;
	const name = build.source.text.slice(event.anchorStart, event.anchorEnd);
	const opened = refuseAnchorForm(build.source.text, event) ?? build.anchors.open(name, at);
	if (!("code" in opened)) return opened;
	build.refuse(opened.code, event.anchorStart - 1, opened.text);
	return null;
}
function collection(build, event, depth) {
	refuseTag(build, event);
	const brackets = event.style === COLLECTION_STYLE.FLOW ? 1 : 0;
	build.brackets += brackets;
	const value = event.type === EVENT_ID.SEQUENCE ? buildList(build, depth) : buildMap(build, event, depth);
	build.brackets -= brackets;
	build.events.at += 1;
	return value;
}
function buildList(build, depth) {
	const list = [];
	while (!build.atEnd()) {
		const offset = build.alias ?? build.offset(build.events.peek());
		build.places?.record(list, String(list.length), {
			key: offset,
			value: offset
		});
		list.push(buildValue(build, depth + 1));
	}
	return list;
}
function buildMap(build, event, depth) {
	const map = new MergedMap(emptyObject());
	for (let isFirst = true; !build.atEnd(); isFirst = false) {
		const keyEvent = build.events.peek();
		const keyOffset = build.alias ?? build.offset(keyEvent);
		if (isMergeKey(build.source.text, keyEvent)) {
			build.events.at += 1;
			checkKeyForm(build, keyEvent, event, isFirst);
			build.hasMerge = true;
			merge(build, map, keyOffset, depth);
			continue;
		}
		const key = readKey(build, event, isFirst);
		if (build.atEnd()) break;
		const valueOffset = build.alias ?? build.offset(build.events.peek(), keyOffset);
		const value = buildValue(build, depth + 1);
		if (key === void 0) continue;
		if (!map.set(key, value)) {
			const text = `The key "${key.slice(0, 80)}" stands twice in this map; Kubernetes uses the last one. Remove one.`;
			build.refuse("yaml.duplicate-key", keyOffset, text);
		}
		build.places?.record(map.value, key, {
			key: keyOffset,
			value: valueOffset
		});
	}
	return map.value;
}
function merge(build, map, keyOffset, depth) {
	const valueEvent = build.events.peek();
	const valueOffset = build.alias ?? build.offset(valueEvent, keyOffset);
	const known = build.issues.length;
	const written = buildValue(build, depth + 1);
	if (build.issues.length > known) return;
	const merged = map.merge(written, valueEvent.type === EVENT_ID.SEQUENCE);
	if (typeof merged === "string") {
		build.refuse(MERGE_REFUSALS[merged].code, keyOffset, MERGE_REFUSALS[merged].text);
		return;
	}
	for (const { key, from } of merged) {
		const place = build.places?.entry(from, key) ?? {
			key: keyOffset,
			value: valueOffset
		};
		build.places?.record(map.value, key, place);
	}
}

// src/core/yaml/check-tabs.ts
/**
* The first tab among the blanks and signs that begin a line, outside of quotes and block texts: Kubernetes refuses it
* or counts it otherwise, where the parser does not. Undefined when there is none.
*/
function checkTabs(source, events) {
	if (!source.text.includes("	")) return void 0;
	const texts = events.filter(isQuotedOrBlock);
	for (const match of source.text.matchAll(LEADING_TAB)) {
		const offset = match.index + match[0].length - 1;
		if (!isInside(texts, offset)) return source.issue("yaml.tab", offset, "A tab stands among the blanks that begin this line. Replace it by spaces.");
	}
}
const LEADING_TAB = /^[ \-?:]*\t/gm;
function isQuotedOrBlock(event) {
	return event.type === EVENT_ID.SCALAR && event.style !== SCALAR_STYLE.PLAIN && event.valueStart !== -1;
}
function isInside(texts, offset) {
	let low = 0;
	let high = texts.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if ((texts[middle]?.valueStart ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	const text = texts[low];
	return text !== void 0 && text.valueStart <= offset && offset < text.valueEnd;
}

// src/core/yaml/anchors.ts
/**
* The anchors of one document. A name may be set again: an alias stands for the last node of its name that begins
* before it. An alias to an open node would contain itself.
*/
var Anchors = class {
	#limits;
	#named = /* @__PURE__ */ new Map();
	#meant = /* @__PURE__ */ new Map();
	#aliases = 0;
	constructor(limits) {
		this.#limits = limits;
	}
	/** Opens an anchor for the node that begins at an event; a refusal when its name cannot be used. */
	open(name, event) {
		if (!ANCHOR_NAME.test(name)) return {
			code: "yaml.anchor-name",
			text: "An anchor may have only letters, digits, - and _ in its name. Rename it, or quote the text."
		};
		const anchor = {
			event,
			open: true
		};
		this.#named.set(name, anchor);
		return anchor;
	}
	/**
	* What the alias at an event stands for. One inside an expanded node means what it meant where it is written, and
	* only the written ones are counted.
	*/
	resolve(name, event) {
		const known = this.#meant.get(event);
		if (known !== void 0) return known;
		const target = this.#find(name);
		this.#meant.set(event, target);
		return target;
	}
	#find(name) {
		this.#aliases += 1;
		if (this.#aliases > this.#limits.maxAliases) return {
			refused: "yaml.too-many-aliases",
			text: `The document has more than ${String(this.#limits.maxAliases)} aliases. Write the values out.`,
			fatal: true
		};
		const anchor = this.#named.get(name);
		if (anchor === void 0) return {
			refused: "yaml.unknown-anchor",
			text: "An alias (*) has no anchor (&) of its name before it in this document. Add it, or quote the text.",
			fatal: false
		};
		if (anchor.open) return {
			refused: "yaml.alias-cycle",
			text: `The alias "${name}" stands inside the value of its own anchor. Write the value out.`,
			fatal: false
		};
		return { event: anchor.event };
	}
};
const ANCHOR_NAME = /^[A-Za-z0-9_-]+$/;

// src/core/yaml/event-cursor.ts
/** A place in the flat list of a parser's events. */
var EventCursor = class {
	#events;
	/** The event that comes next. */
	at = 0;
	constructor(events) {
		this.#events = events;
	}
	/** The event that comes next, without going on. */
	peek() {
		const event = this.#events[this.at];
		if (event === void 0) throw new Error("the events end inside a node");
		return event;
	}
	/** The event that comes next; goes on. */
	next() {
		const event = this.peek();
		this.at += 1;
		return event;
	}
	/** Goes past the node that begins here. */
	skip() {
		let open = 0;
		do {
			const { type } = this.next();
			if (type === EVENT_ID.POP) open -= 1;
			else if (type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) open += 1;
		} while (open > 0);
	}
};
/**
* Where the node of an event starts in the text: at its quote, bracket, first key or block sign. `lastEnd` is where the
* text before it ends; an empty node stands there, unless `empty` says otherwise.
*/
function startOf(source, event, lastEnd, empty = lastEnd) {
	if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) return event.start;
	if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
	if (event.type !== EVENT_ID.SCALAR || event.valueStart === -1) return empty;
	if (event.style === SCALAR_STYLE.PLAIN) return event.valueStart;
	if (event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED) return event.valueStart - 1;
	return blockSign(source, event, lastEnd);
}
function blockSign(source, event, lastEnd) {
	const sign = event.style === SCALAR_STYLE.LITERAL_BLOCK ? "|" : ">";
	const at = source.indexOf(sign, lastEnd);
	return at === -1 || at >= event.valueStart ? event.valueStart : at;
}

// src/core/yaml/node-budget.ts
/** Counts the nodes of one document, each as often as aliases repeat it. */
var NodeBudget = class {
	#limits;
	#nodes = 0;
	#aliased = 0;
	constructor(limits) {
		this.#limits = limits;
	}
	/** Counts one node; a sentence when it is one too many. */
	spend(throughAlias) {
		this.#nodes += 1;
		if (throughAlias) this.#aliased += 1;
		if (this.#nodes > this.#limits.maxNodes) return `The document has more than ${String(this.#limits.maxNodes)} values, aliases expanded. Split it.`;
		return this.#excessive() ? "Nearly all values of the document come from aliases. Write them out." : null;
	}
	#excessive() {
		return this.#aliased > 100 && this.#nodes > 1e3 && this.#aliased > .97 * this.#nodes;
	}
};

// src/core/yaml/document-build.ts
/** What is known while the value of one document is built, and the issues found so far. */
var DocumentBuild = class {
	source;
	events;
	limits;
	places;
	anchors;
	issues = [];
	/** Where the outermost alias stands that is being expanded; null when what is read is written here. */
	alias = null;
	/** How many brackets are open around the node. */
	brackets = 0;
	/** Where the last text ends: empty nodes stand there. */
	lastEnd = 0;
	stopped = false;
	/** Whether a merge key stands in the document, of which no reader agrees with another when certain keys do too. */
	hasMerge = false;
	#budget;
	#withMerge = [];
	constructor(source, events, limits, places) {
		this.source = source;
		this.events = new EventCursor(events);
		this.limits = limits;
		this.places = places;
		this.anchors = new Anchors(limits);
		this.#budget = new NodeBudget(limits);
	}
	/** Counts a node at its depth; false, and the build stops, when it is too many or too deep. */
	enter(event, depth) {
		const excess = this.#budget.spend(this.alias !== null);
		if (excess !== null) this.stop("yaml.too-many-nodes", this.offset(event), excess);
		else if (depth > this.limits.maxDepth) {
			const text = `More than ${String(this.limits.maxDepth)} levels are nested here. Write it flatter.`;
			this.stop("yaml.too-deep", this.offset(event), text);
		}
		return !this.stopped;
	}
	/** Whether the map or list that is read has no more nodes. */
	atEnd() {
		return this.stopped || this.events.peek().type === EVENT_ID.POP;
	}
	/** Where a node is written; an empty one stands at `empty`. */
	offset(event, empty) {
		return startOf(this.source.text, event, this.lastEnd, empty);
	}
	/** Reads the node at an event for the alias at an offset, and comes back. */
	inAlias(offset, target, read) {
		const outer = {
			at: this.events.at,
			alias: this.alias,
			lastEnd: this.lastEnd
		};
		this.alias ??= offset;
		this.events.at = target;
		const value = read();
		this.events.at = outer.at;
		this.alias = outer.alias;
		this.lastEnd = outer.lastEnd;
		return value;
	}
	/** Notes a mistake. What is wrong inside an anchored value is said once, where it is written. */
	refuse(code, offset, text) {
		if (this.alias === null) this.issues.push(this.source.issue(code, offset, text));
	}
	/** Notes a key that is a mistake when a merge stands anywhere in the document. */
	refuseWithMerge(code, offset, text) {
		if (this.alias === null) this.#withMerge.push(this.source.issue(code, offset, text));
	}
	/** The issues, when all of the document is read. */
	finish() {
		return this.hasMerge ? [...this.issues, ...this.#withMerge] : this.issues;
	}
	/** Notes what makes it useless to go on, and ends the build. */
	stop(code, offset, text) {
		this.issues.push(this.source.issue(code, this.alias ?? offset, text));
		this.stopped = true;
	}
};

// src/core/yaml/parse-source.ts
/**
* The parser's events of a document; throws its exception when it cannot read the text. A bracket that closes at the
* indentation of its key is read as Kubernetes does, where the parser would not.
*/
function parseSource(source, limits) {
	const options = { maxDepth: limits.maxDepth + 2 };
	let text = source.text;
	const joined = [];
	for (;;) {
		try {
			const events = parseEvents(text, options);
			if (joined.length === 0 || !isAnyInside(joined, events)) return events;
		} catch (error) {
			const bracket = shallowBracket(error, text);
			if (bracket === null || !mayRepeat(joined.length, text.length)) throw error;
			joined.push(bracket.from);
			text = text.slice(0, bracket.from) + " ".repeat(bracket.to - bracket.from) + text.slice(bracket.to);
			continue;
		}
		return parseEvents(source.text, options);
	}
}
function mayRepeat(times, length) {
	return times < 40 && times * length < 1e7;
}
/**
* What stands before a closing bracket that the parser finds too far left: line breaks, blanks and lines of comments.
* Spaces of the same number mean the same to it. Null when something else is wrong.
*/
function shallowBracket(error, text) {
	if (!(error instanceof YAMLException) || error.reason !== "deficient indentation") return null;
	const to = error.mark?.position ?? 0;
	if (text[to] !== "]" && text[to] !== "}") return null;
	let from = backOverBlanks(text, to);
	let line = lineUpTo(text, from);
	while (line.trimStart().startsWith("#")) {
		from = backOverBlanks(text, from - line.length);
		line = lineUpTo(text, from);
	}
	return line.includes("#") || !text.slice(from, to).includes("\n") ? null : {
		from,
		to
	};
}
function backOverBlanks(text, end) {
	let from = end;
	while (from > 0 && " \r\n".includes(text.charAt(from - 1))) from -= 1;
	return from;
}
function lineUpTo(text, end) {
	return text.slice(text.lastIndexOf("\n", end - 1) + 1, end);
}
function isAnyInside(offsets, events) {
	return events.some((event) => isQuoted(event) && offsets.some((offset) => event.valueStart <= offset && offset < event.valueEnd));
}
function isQuoted(event) {
	return event.type === EVENT_ID.SCALAR && event.style !== SCALAR_STYLE.PLAIN;
}

// src/core/yaml/places.ts
/** Where the values of one document stand, recorded while it is built. */
var Places = class {
	#containers = /* @__PURE__ */ new Map();
	/** Says where an entry of a map or list stands; a later word about the same entry wins. */
	record(container, key, place) {
		const entries = this.#containers.get(container);
		if (entries === void 0) this.#containers.set(container, /* @__PURE__ */ new Map([[key, place]]));
		else entries.set(key, place);
	}
	/** The place of an entry, or undefined when it is not there. */
	entry(container, key) {
		return this.#containers.get(container)?.get(key);
	}
	/** The place at a pointer, or that of its nearest existing parent. */
	find(root, start, pointer) {
		let place = {
			key: start,
			value: start
		};
		let value = root;
		for (const key of pointerKeys(pointer)) {
			const next = this.entry(value, key);
			if (next === void 0) return place;
			place = next;
			value = child(value, key);
		}
		return place;
	}
};
function child(value, key) {
	if (isJsonList(value)) return value[Number(key)] ?? null;
	return isJsonObject(value) ? value[key] ?? null : null;
}

// src/core/yaml/strict-json.ts
/** Whether kubectl takes a stream for JSON: its first character that is no blank is `{`. */
function startsAsJson(text) {
	return /^[ \t\r\n]*\{/.test(text);
}
/**
* The issue when a text that starts with `{` is not one JSON value: kubectl versions differ on anything else. Undefined
* when it is one.
*/
function checkStrictJson(source, from) {
	try {
		JSON.parse(source.written.slice(from).trimEnd());
		return;
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		const at = / at position (\d+)/.exec(error.message)?.[1];
		const offset = at === void 0 ? source.written.trimEnd().length : from + Number(at);
		return source.issue("yaml.json", offset, "A document that starts with { must be one JSON value with nothing after it. Correct the JSON here, or write it as YAML without braces.");
	}
}

// src/core/yaml/syntax-issue.ts
/**
* The issue for a text that the parser cannot read. The parser's own reason is never shown, since it may quote the
* text; anything but the parser's exception is a bug and thrown on.
*/
function syntaxIssue(error, source, limits) {
	if (!(error instanceof YAMLException)) throw error;
	const offset = Math.min(error.mark?.position ?? 0, source.text.length);
	if (error.reason.startsWith("nesting exceeded")) {
		const text = `More than ${String(limits.maxDepth)} levels are nested here. Write it flatter.`;
		return source.issue("yaml.too-deep", offset, text);
	}
	const sentence = SENTENCES.find(([start]) => error.reason.startsWith(start))?.[1];
	return source.issue("yaml.syntax", offset, sentence ?? "This is not valid YAML.");
}
const SENTENCES = [
	["tab characters", "A tab indents this line; YAML indents with spaces only. Replace the tab by spaces."],
	["bad indentation of a mapping", "This line is not indented like the keys around it. Align it with them."],
	["bad indentation of a sequence", "This line is not indented like the list around it. Align it."],
	["deficient indentation", "This line must be indented deeper than the key it belongs to. Indent it."],
	["expected ':'", "A colon is missing after the key on this line. Write \"key: value\"."],
	["can not read a block mapping", "A key must stand on one line, with its colon. Put it on one line."],
	["a whitespace character", "A blank is missing after the colon of this key. Write \"key: value\"."],
	["missed comma", "A comma is missing between two entries in brackets here. Add it."],
	["expected the node content", "An entry is missing before this comma. Remove the comma, or write the entry."],
	["unexpected end of the stream within a flow", "A bracket is opened but never closed. Close it."],
	["unexpected end of the stream within a", "A quote is opened but never closed. Close it."],
	["unexpected end of the document", "A line --- stands inside quotes and ends the document. Indent it."],
	["unknown escape", "Double quotes hold an escape that YAML does not know. Write \\\\ for a backslash."],
	["expected hexadecimal", "An escape in double quotes needs hexadecimal digits here. Write them."],
	["end of the stream or", "The document has ended, but text follows. Align it, or separate it with a line ---."],
	["a line break is expected", "Text follows the sign of a block text (| or >). Put it on the next line."],
	["repeat of", "The sign of a block text (| or >) has two marks of the same kind. Keep one."],
	["bad explicit indentation", "The indentation of a block text must be 1 to 9. Correct the digit."],
	["alias node", "An alias has an anchor or a tag. Remove it."],
	["name of an a", "An anchor or alias has no name. Write one, or quote the text."],
	["duplication of", "One value has two anchors or two tags. Keep one."]
];

// src/core/yaml/read-document.ts
/** Reads one document, which must be a map; null when it is empty, only comments or `null`. */
function readDocument(source, limits) {
	const root = readRoot(source, limits);
	if (!root.ok) return root;
	if (root.value === null || root.value.value === null) return ok(null);
	const { value, start } = root.value;
	if (!isJsonObject(value)) return err([source.issue("yaml.root", start, ROOT_TEXT)]);
	return ok(located(source, value, start, limits));
}
/** Reads the value of one document, whatever it is, and where it starts; null when it is empty or only comments. */
function readRoot(source, limits) {
	const json = source.json ? checkStrictJson(source, 0) : void 0;
	if (json !== void 0) return err([json]);
	const events = parse(source, limits);
	if (!events.ok) return err([events.error]);
	const misplaced = (source.json ? void 0 : checkTabs(source, events.value)) ?? strayMarker(source, events.value);
	if (misplaced !== void 0) return err([misplaced]);
	const root = events.value[ROOT];
	if (root === void 0) return ok(null);
	const build = new DocumentBuild(source, events.value, limits, null);
	build.events.at = ROOT;
	const value = buildValue(build);
	const issues = build.finish();
	if (issues.length > 0) return err(issues);
	const start = startOf(source.text, root, 0);
	const flow = flowRoot(source, root, start);
	return flow === void 0 ? ok({
		value,
		start
	}) : err([flow]);
}
const ROOT = 1;
const ROOT_TEXT = "A document must be a map of keys and values here; this is a list or a single value.";
function parse(source, limits) {
	try {
		return ok(parseSource(source, limits));
	} catch (error) {
		return err(syntaxIssue(error, source, limits));
	}
}
function strayMarker(source, events) {
	const documents = events.filter((event) => event.type === EVENT_ID.DOCUMENT);
	if (documents.length < 2 && documents.every((document) => !document.explicitStart)) return void 0;
	const marker = Math.max(source.text.indexOf("---"), 0);
	return source.issue("yaml.separator", marker, "A marker --- is indented. Move it to the start of its line.");
}
function flowRoot(source, root, start) {
	if (source.json || root.type !== EVENT_ID.MAPPING || root.style !== COLLECTION_STYLE.FLOW) return void 0;
	return checkStrictJson(source, start);
}
function located(source, value, start, limits) {
	let found = null;
	const find = (pointer) => {
		if (pointer === "") return {
			key: start,
			value: start
		};
		found ??= findPlaces(source, limits);
		return found.places.find(found.root, start, pointer);
	};
	return {
		value,
		line: source.lines.position(start).line,
		locate: (pointer) => source.lines.position(find(pointer).value),
		locateKey: (pointer) => source.lines.position(find(pointer).key)
	};
}
function findPlaces(source, limits) {
	const places = new Places();
	const build = new DocumentBuild(source, parseSource(source, limits), limits, places);
	build.events.at = ROOT;
	return {
		places,
		root: buildValue(build)
	};
}

// src/core/yaml/split-documents.ts
/**
* Splits a stream as kubectl does: at every line that starts with `---`, whatever stands around it, before any YAML is
* read; the last line always ends. Refuses lines on which Kubernetes' readers differ: text after `---`, `...` and directives.
*/
function splitDocuments(text, path) {
	const documents = [];
	const issues = [];
	let begin = 0;
	let firstLine = 1;
	let line = 1;
	for (let start = 0; start < text.length && issues.length <= 50; line += 1) {
		const newline = text.indexOf("\n", start);
		const end = newline === -1 ? text.length : newline;
		const kind = lineKind(text, start, end);
		if (kind === "separator") {
			documents.push({
				text: text.slice(begin, start),
				firstLine
			});
			begin = Math.min(end + 1, text.length);
			firstLine = line + 1;
		} else if (kind !== "content") issues.push({
			code: kind,
			severity: "high",
			path,
			line,
			column: 1,
			text: REFUSED[kind]
		});
		start = end + 1;
	}
	const rest = text.slice(begin);
	documents.push({
		text: rest.endsWith("\n") ? rest : `${rest}\n`,
		firstLine
	});
	return issues.length > 0 ? err(issues) : ok(documents);
}
const REFUSED = {
	"yaml.separator": "A line that starts with --- holds more than a comment; Kubernetes refuses it or drops the text. Put the text on a line of its own.",
	"yaml.document-end": "A line starts with \"...\"; Kubernetes ignores what follows in this document. Remove it, and separate documents with ---.",
	"yaml.directive": "A line starts with \"%\", a YAML directive, which Kubernetes refuses. Remove it."
};
function lineKind(text, start, end) {
	const first = text.charCodeAt(start);
	if (first === 37) return "yaml.directive";
	if (first === 46) return text.startsWith("...", start) ? "yaml.document-end" : "content";
	if (first !== 45 || !text.startsWith("---", start)) return "content";
	return /^---[ \t]*(?:[ \t]#.*)?\r?$/.test(text.slice(start, end)) ? "separator" : "yaml.separator";
}

// src/core/yaml/read-yaml.ts
/**
* Reads YAML or JSON exactly as kubectl does, or says why not: never another value. Each document is a map; empty ones
* and `null` are left out. One mistake anywhere and there is no document at all.
*/
function readYaml(text, path, options = {}) {
	const limits = options.limits ?? YAML_LIMITS;
	if (text.length > limits.maxBytes) return err([tooLarge(text.length, path)]);
	const character = checkCharacters(text, path);
	if (character !== void 0) return err([character]);
	const json = options.marked !== true && startsAsJson(text);
	const split = json ? ok([{
		text,
		firstLine: 1
	}]) : splitDocuments(text, path);
	return split.ok ? readAll(split.value, path, json, limits) : err(cutShort(split.error));
}
function readAll(texts, path, json, limits) {
	const documents = [];
	const issues = [];
	for (const text of texts) {
		const read = readDocument(new DocumentSource(text, path, json), limits);
		if (!read.ok) for (const issue of read.error) issues.push(issue);
		else if (read.value !== null) documents.push(read.value);
		if (issues.length > 50) break;
	}
	return issues.length > 0 ? err(cutShort(sortIssues(issues))) : ok(documents);
}
function cutShort(issues) {
	const next = issues[50];
	if (next === void 0) return issues;
	const text = "More mistakes may follow from here on. Correct those above first.";
	return [...issues.slice(0, 50), {
		...next,
		code: "yaml.more-issues",
		text
	}];
}

// src/core/policy/schema-node.ts
/** The schema of the value at these keys; undefined where the schema has none. */
function schemaAt(root, keys) {
	let node = root;
	for (const key of keys) node = node && childOf$1(unwrap(node), key);
	return node;
}
/** The keys that an object schema knows. */
function knownKeys(node) {
	const entries = node && member(unwrap(node), "entries");
	return typeof entries === "object" && entries !== null ? Object.keys(entries) : [];
}
/** Whether a key may be left out. */
function isOptional(node) {
	return node?.type === "optional" || node?.type === "nullish";
}
/** Some value of the right shape, to stand for one that has a wrong one. */
function placeholder(node) {
	const schema = node && unwrap(node);
	switch (schema?.type) {
		case "string": return "";
		case "number": return 1;
		case "boolean": return false;
		case "array": return [];
		case "picklist": return firstOption(schema);
		case "literal": return textOf$2(member(schema, "literal"));
		case "strict_object": return emptyShape(schema);
		default: return "";
	}
}
function emptyShape(schema) {
	const shape = Object.create(null);
	for (const key of knownKeys(schema)) {
		const child = childOf$1(schema, key);
		if (!isOptional(child)) shape[key] = placeholder(child);
	}
	return shape;
}
function firstOption(schema) {
	const options = member(schema, "options");
	return textOf$2(Array.isArray(options) ? options[0] : "");
}
function unwrap(node) {
	const wrapped = member(node, "wrapped");
	return isNode(wrapped) ? unwrap(wrapped) : node;
}
function childOf$1(node, key) {
	const item = member(node, "item");
	if (isNode(item)) return item;
	const entries = member(node, "entries");
	if (typeof entries !== "object" || entries === null || !Object.hasOwn(entries, key)) return void 0;
	const child = Reflect.get(entries, key);
	return isNode(child) ? child : void 0;
}
function member(node, name) {
	return Reflect.get(node, name);
}
function textOf$2(value) {
	return typeof value === "string" ? value : "";
}
function isNode(value) {
	return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

// src/core/policy/shape-sentence.ts
const NOUNS = {
	verbs: "verb",
	op: "operator",
	severity: "severity",
	maxSeverity: "severity",
	effect: "effect",
	operations: "operation",
	kustomize: "rendering",
	helm: "rendering"
};
/** Says that a key is not known, and which one may have been meant. */
function unknownKey(key, known) {
	const near = didYouMean(key, known);
	return {
		code: "policy.unknown-key",
		...withSuggestion(`unknown key "${key}"`, near, `known here: ${known.join(", ")}`)
	};
}
/** Says that a key has to be there. */
function missingKey(key) {
	return {
		code: "policy.missing-key",
		text: `The key "${key}" is missing.`
	};
}
/** Says what is wrong with a value. `keys` lead to it. */
function wrongValue(issue, keys) {
	const subject = subjectOf$1(keys);
	const options = [...(issue.expected ?? "").matchAll(/"([^"]*)"/g)].map((option) => option[1] ?? "");
	if (issue.kind === "schema" && options.length > 0 && typeof issue.input === "string") return unknownWord(issue.input, options, keys);
	if (issue.kind === "schema") return {
		code: "policy.wrong-type",
		text: `${subject} must be ${options.length > 0 ? `one of ${options.join(", ")}` : nameOfType(issue.type)}, not ${nameOfValue(issue.input)}${issue.type === "string" ? quoting(issue.input) : ""}.`
	};
	return {
		code: "policy.wrong-value",
		text: `${subject} must be ${bound$1(issue)}, not ${String(issue.input)}.`
	};
}
/** A sentence with a guess, or with what else there is. */
function withSuggestion(text, near, otherwise) {
	const sentence = `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
	if (near === void 0) return { text: `${sentence}; ${otherwise}.` };
	return {
		text: `${sentence}; did you mean "${near}"?`,
		suggestion: near
	};
}
function unknownWord(seen, options, keys) {
	const key = keys.findLast((part) => typeof part === "string") ?? "";
	return {
		code: "policy.unknown-value",
		...withSuggestion(`unknown ${NOUNS[key] ?? `value of "${key}"`} "${seen}"`, didYouMean(seen, options), `there is ${options.join(", ")}`)
	};
}
function subjectOf$1(keys) {
	const last = keys.at(-1);
	if (last === void 0) return "The document";
	if (typeof last === "string") return `"${last}"`;
	return `An entry of "${keys.findLast((part) => typeof part === "string") ?? ""}"`;
}
function nameOfType(type) {
	switch (type) {
		case "string": return "a text";
		case "number": return "a number";
		case "boolean": return "true or false";
		case "array": return "a list";
		case "strict_object": return "a mapping";
		case "union": return "a text or a list of texts";
		default: return type;
	}
}
function nameOfValue(value) {
	if (value === null || value === void 0) return "empty";
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object") return "a mapping";
	if (typeof value === "number") return `the number ${String(value)}`;
	if (typeof value === "boolean") return String(value);
	return "a text";
}
function quoting(value) {
	return typeof value === "number" || typeof value === "boolean" ? "; quote it" : "";
}
function bound$1(issue) {
	if (issue.type === "integer") return "a whole number";
	if (issue.type === "min_value") return `at least ${(issue.expected ?? "").replace(/^>=/, "")}`;
	return `at most ${(issue.expected ?? "").replace(/^<=/, "")}`;
}

// src/core/policy/check-shape.ts
const MAX_ROUNDS = 20;
/** Checks a value against a schema and finds every mistake, not only the first of each kind. */
function checkShape(schema, value) {
	const mistakes = [];
	const holder = { root: plain(value) };
	for (let round = 0; round < MAX_ROUNDS; round += 1) {
		const result = safeParse(schema, holder["root"]);
		if (result.success) return {
			value: result.output,
			mistakes
		};
		for (const issue of result.issues) mistakes.push(...takeOut(schema, holder, issue));
	}
	return {
		value: void 0,
		mistakes
	};
}
/** Integers become numbers; a key without a value is no key, as in Kubernetes. */
function plain(value) {
	if (typeof value === "bigint") return Number(value);
	if (isJsonList(value)) return value.map(plain);
	if (!isJsonObject(value)) return value;
	const object = Object.create(null);
	for (const [key, member] of Object.entries(value)) if (member !== null) object[key] = plain(member);
	return object;
}
/** Says what is wrong, and mends the value there. */
function takeOut(schema, holder, issue) {
	const keys = keysOf(issue);
	if ((issue.path?.at(-1))?.origin === "key") return takeOutKey(schema, holder, keys, issue.expected === "never");
	const node = schemaAt(schema, keys);
	put(holder, keys, isOptional(node) ? void 0 : placeholder(node));
	return [{
		...wrongValue(issue, keys),
		pointer: pointerOf$1(keys),
		onKey: false
	}];
}
function takeOutKey(schema, holder, keys, unknown) {
	const parent = keys.slice(0, -1);
	if (!unknown) {
		put(holder, keys, placeholder(schemaAt(schema, keys)));
		return [{
			...missingKey(String(keys.at(-1))),
			pointer: pointerOf$1(keys),
			onKey: false
		}];
	}
	const known = knownKeys(schemaAt(schema, parent));
	const object = get(holder, parent);
	const seen = isPlainObject(object) ? Object.keys(object).filter((key) => !known.includes(key)) : [];
	for (const key of seen) put(holder, [...parent, key], void 0);
	return seen.map((key) => ({
		...unknownKey(key, known),
		pointer: pointerOf$1([...parent, key]),
		onKey: true
	}));
}
function keysOf(issue) {
	return (issue.path ?? []).map(({ key }) => typeof key === "number" ? key : String(key));
}
function pointerOf$1(keys) {
	return keys.reduce((pointer, key) => pointerTo(pointer, key), "");
}
function get(holder, keys) {
	let value = holder["root"];
	for (const key of keys) value = memberOf(value, key);
	return value;
}
function memberOf(value, key) {
	if (Array.isArray(value)) return typeof key === "number" ? value[key] : void 0;
	return isPlainObject(value) ? value[key] : void 0;
}
function put(holder, keys, value) {
	const target = keys.length === 0 ? holder : get(holder, keys.slice(0, -1));
	const key = keys.at(-1) ?? "root";
	if (Array.isArray(target) && typeof key === "number") target[key] = value ?? "";
	else if (isPlainObject(target)) {
		if (value === void 0) Reflect.deleteProperty(target, key);
		else target[key] = value;
	}
}
function isPlainObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/core/model/change.ts
/**
* The kubectl words for changes; those of `argocd` and `flux` where kubectl has none. `rollout undo` and `app rollback`
* are not among them: two states do not tell that the new one is an older one, so they are the words for what they
* change. Any change of a pod template restarts its pods: `restart` is said only where nothing else is meant.
*/
const VERBS = [
	"create",
	"delete",
	"orphan",
	"run",
	"create-job",
	"create-token",
	"scale",
	"autoscale",
	"restart",
	"set-image",
	"set-env",
	"set-resources",
	"set-serviceaccount",
	"set-selector",
	"set-subject",
	"auth-reconcile",
	"certificate-approve",
	"expose",
	"label",
	"annotate",
	"taint",
	"cordon",
	"uncordon",
	"drain",
	"pause",
	"resume",
	"app-sync",
	"app-terminate",
	"exec",
	"debug",
	"port-forward",
	"proxy",
	"replace",
	"patch"
];

// src/core/policy/rule.ts
/** The words for what happened to a value; absence is a value to all of them. */
const CHANGE_OPS = [
	"added",
	"removed",
	"changed",
	"increased",
	"decreased",
	"widened",
	"narrowed",
	"set-true",
	"set-false",
	"to-zero",
	"matches"
];

// src/core/policy/policy-schema.ts
const OPERATIONS$2 = [
	"CREATE",
	"UPDATE",
	"DELETE"
];
const RENDERING = ["auto", "never"];
const text = (about) => pipe(string(), description(about));
const texts = (about) => pipe(array(string()), description(about));
const flag = (about) => pipe(boolean(), description(about));
const severity = (about) => pipe(picklist(SEVERITIES), description(about));
const duration = (about) => pipe(string(), description(`${about} A duration such as 30m, 4h or 7d.`));
const matchEntries = {
	kinds: optional(texts("Kinds as group/Kind, the legacy group as core: apps/Deployment, core/Service, */Ingress.")),
	namespaces: optional(texts("Namespaces of objects. Objects without a namespace never match.")),
	names: optional(texts("Names of objects.")),
	environments: optional(texts("Names of environments. What is in no environment never matches.")),
	clusters: optional(texts("Names of clusters. What is in no cluster never matches.")),
	operations: optional(pipe(array(picklist(OPERATIONS$2)), description("What happens. Default: everything; CREATE and UPDATE when the rule has `change`."))),
	verbs: optional(pipe(array(picklist(VERBS)), description("kubectl words for what happens."))),
	files: optional(texts("Paths of changed files. The rule then looks at files instead of objects.")),
	issues: optional(texts("Codes of what was wrong when reading files, such as yaml.*. The rule then looks at these instead of objects."))
};
const MatchSchema = pipe(strictObject(matchEntries), description("Where it applies. All that is given must hold; lists are alternatives; globs are allowed."));
const testEntries = {
	path: optional(pipe(union([string(), array(string())]), description("Where to look, one path or alternatives. Dots between keys; [] for each element of a list; ['a.b/c'] for one key, ['a.b/*'] for keys that start so; $pod, $podmeta, $podtemplate and $containers for a pod's places in every kind."))),
	op: optional(pipe(picklist(CHANGE_OPS), description("What happened there. added: nothing or empty before. removed: nothing or empty now. changed: any difference, so also added and removed. increased, decreased, to-zero: exact quantities, percentages and durations. widened, narrowed: sets of CIDRs, hosts, RBAC rules or words, where * is everything. set-true, set-false. matches: a value that is new or changed matches `values` or `pattern`."))),
	pattern: optional(text("For matches: an RE2 regular expression, found anywhere in the value unless anchored.")),
	values: optional(texts("For matches: patterns for the whole value; * is any characters, slashes too, ? is one, a backslash makes them literal.")),
	absent: optional(pipe(union([
		string(),
		number$2(),
		boolean(),
		array(string())
	]), description("What it means when nothing is written there. Default: as Kubernetes has it (replicas 1, allowPrivilegeEscalation true, an allow-list of addresses \"*\", other booleans false). For widened and narrowed \"*\" is everything and [] nothing.")))
};
const ChangeSchema = strictObject({
	...testEntries,
	any: optional(pipe(array(strictObject(testEntries)), description("Alternatives instead of path and op.")))
});
const RuleSchema = strictObject({
	id: text("The name of the rule, such as acme.payments.never-below-three. Unique over all policies."),
	match: optional(MatchSchema),
	change: optional(pipe(array(ChangeSchema), description("What must have changed in the object. All entries must hold."))),
	when: optional(text("A CEL expression that must be true. Variables: object, oldObject, operation, verbs, environment, cluster, routes, pullRequest, namespace, name, title, kind, group, path; with `change` also value, oldValue, values, pointer. A condition that uses value, oldValue or pointer is asked for each matched place. value and oldValue are what is written, else what absence means, else null.")),
	severity: severity("How bad it is."),
	effect: optional(pipe(picklist([
		"require",
		"deny",
		"notice"
	]), description("What it leads to: the requirements of its severity (default), a refusal, or only a mention."))),
	message: optional(text("What is seen, in one line.")),
	messageExpression: optional(text("A CEL expression that makes the message; same variables as `when`.")),
	why: optional(text("Why it is risky, for people who never heard of it.")),
	references: optional(texts("Where to read more.")),
	narrows: optional(flag("The change only takes access away, so no freeze holds it.")),
	locked: optional(flag("No override, exception or cap touches this rule. Only in policies that ship with Drawbridge."))
});
const ApprovalSchema = strictObject({
	from: pipe(array(string()), description("Who: codeowners (the owners of the finding's path), @user, @org/team. Any of them.")),
	count: optional(pipe(number$2(), integer(), minValue(1), maxValue(100), description("How many distinct people. Default 1."))),
	strict: optional(flag("Only an approval on the head commit, given after it arrived, counts. Default false.")),
	excludeCommitters: optional(flag("Nobody who wrote a commit of the pull request counts. Default true at high and critical, else false."))
});
const WindowSchema = strictObject({
	max: duration("The longest that a deploy window may be open."),
	openedBy: optional(texts("Who may open it. Default: whoever could give one of the approvals.")),
	bookAhead: optional(duration("How far ahead a stated start may lie. Default 7d."))
});
const NeedsSchema = strictObject({
	approvals: optional(pipe(array(ApprovalSchema), description("Approvals, all of them needed."))),
	distinct: optional(flag("One person serves only one of these approvals. Default false.")),
	window: optional(WindowSchema)
});
const RequirementsSchema = pipe(strictObject({
	low: optional(NeedsSchema),
	medium: optional(NeedsSchema),
	high: optional(NeedsSchema),
	critical: optional(NeedsSchema)
}), description("What each severity needs. Where nothing is said: low nothing; medium one code owner; high one code owner who wrote none of it and a window of at most 4h; critical two such owners and a window of at most 1h."));
const EnvironmentSchema = strictObject({
	name: text("The name of the environment."),
	cluster: optional(text("The cluster its objects go to.")),
	paths: texts("Globs of the files whose objects go there."),
	namespace: optional(text("The namespace of objects that name none. Default: default.")),
	maxSeverity: optional(severity("Findings here are at most this severe; locked rules keep theirs.")),
	requirements: optional(RequirementsSchema)
});
const OverrideSchema = strictObject({
	rule: text("The id of a rule that is not locked."),
	severity: optional(severity("Its severity from now on.")),
	effect: optional(pipe(picklist([
		"require",
		"deny",
		"notice"
	]), description("Its effect from now on."))),
	enabled: optional(flag("false switches the rule off."))
});
const ExceptionSchema = strictObject({
	rule: text("The id of a rule that is not locked."),
	match: optional(MatchSchema),
	until: text("The last day (2026-12-31, in UTC) or the moment (2026-12-31T18:00:00Z) of the exception."),
	owner: text("Who answers for it."),
	reason: text("Why it is needed.")
});
const ManifestsSchema = strictObject({
	include: optional(texts("Globs of the files that are desired state. Default: every .yaml, .yml and .json outside .github/.")),
	exclude: optional(texts("Globs of files that are not. They win.")),
	secrets: optional(texts("Globs of names whose values are never shown, besides those that are known to be secret: environment variables, keys of ConfigMaps and of values files. Case does not matter.")),
	render: optional(strictObject({
		kustomize: optional(pipe(picklist(RENDERING), description("Whether kustomizations are built. Default auto."))),
		helm: optional(pipe(picklist(RENDERING), description("Whether charts are rendered. Default auto.")))
	}))
});
/** A policy document, as it is written. The JSON Schema that editors use is made from it. */
const PolicySchema = pipe(strictObject({
	apiVersion: literal$1("drawbridge.dev/v1alpha1"),
	kind: literal$1("Policy"),
	metadata: strictObject({ name: text("The name of this policy; its rules carry it as their pack.") }),
	spec: strictObject({
		extends: optional(texts("Policies that this one builds on, such as builtin:recommended.")),
		manifests: optional(ManifestsSchema),
		environments: optional(pipe(array(EnvironmentSchema), description("Where files go. The first that matches a file has it."))),
		rules: optional(pipe(array(RuleSchema), description("What is risky."))),
		overrides: optional(pipe(array(OverrideSchema), description("Changes to rules of other policies."))),
		requirements: optional(RequirementsSchema),
		owners: optional(strictObject({ fallback: optional(texts("Who is asked for paths that CODEOWNERS leaves without an owner.")) })),
		exceptions: optional(pipe(array(ExceptionSchema), description("Findings that need nothing for a time. They are always shown."))),
		windows: optional(pipe(array(unknown()), description("Not supported by this version."))),
		breakGlass: optional(pipe(unknown(), description("Not supported by this version.")))
	})
}), title("Drawbridge policy"));

// src/core/policy/problem-report.ts
/** A report that starts with what was wrong with the document's shape. */
function createReport(path, yaml, shape) {
	const found = [];
	const broken = new Set(shape.map((mistake) => mistake.pointer));
	for (const mistake of shape) {
		const position = mistake.onKey ? yaml.locateKey(mistake.pointer) : yaml.locate(mistake.pointer);
		found.push(issueOf(path, position, "high", mistake));
	}
	const note = (pointer, severity, mistake) => {
		if (isBelow$1(pointer, broken)) return;
		found.push(issueOf(path, yaml.locate(pointer), severity, mistake));
	};
	return {
		add: (pointer, mistake) => note(pointer, "high", mistake),
		warn: (pointer, mistake) => note(pointer, "low", mistake),
		issues: () => sortIssues(found)
	};
}
function issueOf(path, position, severity, mistake) {
	const { code, text, suggestion } = mistake;
	return {
		code,
		severity,
		path,
		...position,
		text,
		...suggestion === void 0 ? {} : { suggestion }
	};
}
function isBelow$1(pointer, broken) {
	for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) if (broken.has(at)) return true;
	return false;
}

// src/core/policy/read-policy-documents.ts
const API_VERSION = "drawbridge.dev/v1alpha1";
/**
* The policy documents of one file. Documents of kind PolicyTest are ours too, and are left to `drawbridge test`;
* anything else is a mistake.
*/
function readPolicyDocuments(source) {
	if ("documents" in source) return {
		documents: source.documents.map((known) => packDocument(source, known)),
		issues: []
	};
	const yaml = readYaml(source.text, source.path);
	if (!yaml.ok) return {
		documents: [],
		issues: yaml.error
	};
	const documents = [];
	const issues = [];
	for (const document of yaml.value) {
		if (isPolicyTest(document.value)) continue;
		const wrongKind = kindProblem(source, document);
		if (wrongKind) issues.push(wrongKind);
		else readOne(source, document, documents, issues);
	}
	return {
		documents,
		issues
	};
}
/** Lines are not kept in packs: nobody who uses Drawbridge can mend one. */
const FIRST_LINE = {
	locate: () => ({
		line: 1,
		column: 1
	}),
	locateKey: () => ({
		line: 1,
		column: 1
	})
};
function packDocument(source, { document, digest }) {
	return {
		document,
		digest,
		source,
		report: createReport(source.path, FIRST_LINE, [])
	};
}
function readOne(source, yaml, documents, issues) {
	const shape = checkShape(PolicySchema, yaml.value);
	const report = createReport(source.path, yaml, shape.mistakes);
	if (shape.value) documents.push({
		document: shape.value,
		digest: digestOf(source, yaml),
		source,
		report
	});
	else issues.push(...report.issues());
}
function digestOf({ builtin }, { value }) {
	const member = (pointer) => valueAt(value, pointer) ?? null;
	return digestText(canonicalJson({
		name: member("/metadata/name"),
		builtin,
		spec: member("/spec")
	}));
}
function isPolicyTest(value) {
	return isJsonObject(value) && value["apiVersion"] === API_VERSION && value["kind"] === "PolicyTest";
}
/** A document of another kind has one mistake, not one for each of its keys. */
function kindProblem(source, yaml) {
	const value = isJsonObject(yaml.value) ? yaml.value : {};
	for (const [key, expected] of [["apiVersion", API_VERSION], ["kind", "Policy"]]) {
		const seen = value[key] ?? null;
		if (seen === expected) continue;
		const what = typeof seen === "string" ? `${key} is "${seen.slice(0, 100)}"` : `there is no ${key}`;
		const near = typeof seen === "string" ? didYouMean(seen, [expected]) : void 0;
		const text = `this is no policy: ${what}`;
		return {
			code: "policy.not-a-policy",
			severity: "high",
			path: source.path,
			...yaml.locate(`/${key}`),
			...withSuggestion(text, near, `a policy has ${key}: ${expected}`)
		};
	}
}

// src/core/policy/collect-policies.ts
/** Names that a builtin policy may have, to guess from when one is misspelled. */
const LIKELY_NAMES = [
	"recommended",
	"ingress",
	"gateway-api",
	"service-mesh",
	"network",
	"workloads",
	"scaling",
	"rbac",
	"storage",
	"secrets",
	"admission",
	"argocd",
	"flux",
	"nodes",
	"metadata",
	"files",
	"gate"
];
/** Reads the sources, the packs that they extend, the packs that those extend, and the locked packs. */
function collectPolicies(sources, builtin) {
	const collection = {
		builtin,
		documents: [],
		names: [],
		issues: [],
		seen: /* @__PURE__ */ new Set()
	};
	for (const source of builtin("locked") ?? []) addSource(collection, source, ["locked"]);
	for (const source of sources) addSource(collection, source, []);
	return collection;
}
/** `trail`: the names of the packs on the way here; empty for what was given. */
function addSource(collection, source, trail) {
	if (source.builtin) {
		if (collection.seen.has(source.path)) {
			if (trail.length === 0) nameGiven(collection, source);
			return;
		}
		collection.seen.add(source.path);
	}
	const read = readPolicyDocuments(source);
	collection.issues.push(...read.issues);
	if (trail.length === 0) nameGiven(collection, source, read.documents[0]);
	for (const document of read.documents) {
		addExtended(collection, document, trail);
		collection.documents.push(document);
	}
}
function nameGiven(collection, source, first) {
	addName(collection, !source.builtin || source.path.startsWith("builtin:") ? source.path : `builtin:${first?.document.metadata.name ?? stemOf(source.path)}`);
}
function addName(collection, name) {
	if (!collection.names.includes(name)) collection.names.push(name);
}
function stemOf(path) {
	return path.replace(/^.*\//, "").replace(/\.\w+$/, "");
}
function addExtended(collection, from, trail) {
	for (const [index, reference] of (from.document.spec.extends ?? []).entries()) {
		const pointer = `/spec/extends/${String(index)}`;
		const name = /^builtin:(.+)$/.exec(reference)?.[1];
		if (name === void 0) {
			from.report.add(pointer, unsupported(reference));
			continue;
		}
		if (trail.includes(name)) {
			const text = `"${reference}" extends itself: ${[...trail, name].join(" -> ")}. Remove one of these.`;
			from.report.add(pointer, {
				code: "policy.extends-cycle",
				text
			});
			continue;
		}
		addBuiltin(collection, from, pointer, name, trail);
	}
}
function addBuiltin(collection, from, pointer, name, trail) {
	const sources = collection.builtin(name);
	if (!sources) {
		const there = LIKELY_NAMES.filter((likely) => collection.builtin(likely) !== void 0);
		const near = didYouMean(name, there);
		const sentence = withSuggestion(`there is no builtin policy "${name}"`, near === void 0 ? void 0 : `builtin:${near}`, `there is ${there.join(", ")}`);
		from.report.add(pointer, {
			code: "policy.extends-unknown",
			...sentence
		});
		return;
	}
	if (trail.length === 0 && !from.source.builtin) addName(collection, `builtin:${name}`);
	for (const source of sources) addSource(collection, source, [...trail, name]);
}
function unsupported(reference) {
	return {
		code: "policy.extends-unsupported",
		text: reference.startsWith("github:") ? `This version reads builtin packs only, so "${reference}" cannot be extended. Copy that policy into .github/drawbridge/.` : `"${reference}" cannot be extended. Write builtin:NAME, such as builtin:recommended.`
	};
}

// node_modules/balanced-match/dist/esm/index.js
const range = (a, b, str) => {
	let begs, beg, left, right = void 0, result;
	let ai = str.indexOf(a);
	let bi = str.indexOf(b, ai + 1);
	let i = ai;
	if (ai >= 0 && bi > 0) {
		if (a === b) return [ai, bi];
		begs = [];
		left = str.length;
		while (i >= 0 && !result) {
			if (i === ai) {
				begs.push(i);
				ai = str.indexOf(a, i + 1);
			} else if (begs.length === 1) {
				const r = begs.pop();
				if (r !== void 0) result = [r, bi];
			} else {
				beg = begs.pop();
				if (beg !== void 0 && beg < left) {
					left = beg;
					right = bi;
				}
				bi = str.indexOf(b, i + 1);
			}
			i = ai < bi && ai >= 0 ? ai : bi;
		}
		if (begs.length && right !== void 0) result = [left, right];
	}
	return result;
};

// node_modules/brace-expansion/dist/esm/index.js
const escSlash = "\0SLASH" + Math.random().toFixed(16) + "\0";
const escOpen = "\0OPEN" + Math.random().toFixed(16) + "\0";
const escClose = "\0CLOSE" + Math.random().toFixed(16) + "\0";
const escComma = "\0COMMA" + Math.random().toFixed(16) + "\0";
const escPeriod = "\0PERIOD" + Math.random().toFixed(16) + "\0";
const escSlashPattern = new RegExp(escSlash, "g");
const escOpenPattern = new RegExp(escOpen, "g");
const escClosePattern = new RegExp(escClose, "g");
const escCommaPattern = new RegExp(escComma, "g");
const escPeriodPattern = new RegExp(escPeriod, "g");
const slashPattern = /\\\\/g;
const openPattern = /\\{/g;
const closePattern = /\\}/g;
const commaPattern = /\\,/g;
const periodPattern = /\\\./g;
const EXPANSION_MAX = 1e5;
const EXPANSION_MAX_LENGTH = 4e6;
const EXPANSION_MAX_DEPTH = 1e3;
const EXPANSION_MAX_REWRITES = 1e3;
const EXPANSION_MAX_STEPS = 2e7;
const CALL_STEPS = 16;
function numeric(str) {
	return !isNaN(str) ? parseInt(str, 10) : str.charCodeAt(0);
}
function escapeBraces(str) {
	return str.replace(slashPattern, escSlash).replace(openPattern, escOpen).replace(closePattern, escClose).replace(commaPattern, escComma).replace(periodPattern, escPeriod);
}
function unescapeBraces(str) {
	return str.replace(escSlashPattern, "\\").replace(escOpenPattern, "{").replace(escClosePattern, "}").replace(escCommaPattern, ",").replace(escPeriodPattern, ".");
}
function pushAll(target, items) {
	for (let i = 0; i < items.length; i++) target.push(items[i]);
}
function balancedWithBudget(str, masked, budget) {
	if (budget.remaining < 0) return;
	const r = range("{", "}", masked);
	const unmatched = r !== void 0 && masked.indexOf("{") < r[0];
	budget.remaining -= r && !unmatched ? r[1] + 1 : str.length;
	if (!r || budget.remaining < 0) return;
	return {
		end: r[1],
		pre: str.slice(0, r[0]),
		body: str.slice(r[0] + 1, r[1]),
		post: str.slice(r[1] + 1),
		unmatched
	};
}
function maskUnmatchedOpens(masked, budget) {
	budget.remaining -= masked.length;
	const open = [];
	for (let i = 0; i < masked.length; i++) {
		const c = masked.charCodeAt(i);
		if (c === 123) open.push(i);
		else if (c === 125 && open.length) open.pop();
	}
	let out = "";
	let last = 0;
	for (let i = 0; i < open.length; i++) {
		const at = open[i];
		out += masked.slice(last, at) + "\0";
		last = at + 1;
	}
	return out + masked.slice(last);
}
function commaSetFollows(str, budget) {
	budget.remaining -= str.length;
	if (budget.remaining < 0) return false;
	let close = false;
	for (let i = str.length - 1; i >= 0; i--) {
		const c = str.charCodeAt(i);
		if (c === 125) close = true;
		else if (c === 10 || c === 13 || c === 8232 || c === 8233) close = false;
		else if (c === 44 && close && str.charCodeAt(i + 1) !== 44) return true;
	}
	return false;
}
/**
* Basically just str.split(","), but handling cases
* where we have nested braced sections, which should be
* treated as individual members, like {a,{b,c},d}
*
* Returns `undefined` if the step budget runs out before the whole set is
* split, since splitting what is left on every comma would tear apart the
* nested sets it still holds.
*/
function parseCommaParts(str, budget) {
	const parts = [];
	let carry = "";
	for (;;) {
		const m = balancedWithBudget(str, str, budget);
		if (budget.remaining < 0) return;
		if (!m) {
			const tail = str.split(",");
			tail[0] = carry + tail[0];
			pushAll(parts, tail);
			return parts;
		}
		const { pre, body, post } = m;
		const p = pre.split(",");
		p[0] = carry + p[0];
		p[p.length - 1] += "{" + body + "}";
		if (!post.length) {
			pushAll(parts, p);
			return parts;
		}
		carry = p.pop();
		pushAll(parts, p);
		str = post;
	}
}
function bound(value, fallback) {
	return value === void 0 || isNaN(value) ? fallback : value;
}
function expand$1(str, options = {}) {
	if (!str) return [];
	const max = bound(options.max, EXPANSION_MAX);
	const maxLength = bound(options.maxLength, EXPANSION_MAX_LENGTH);
	const maxDepth = bound(options.maxDepth, EXPANSION_MAX_DEPTH);
	const maxRewrites = bound(options.maxRewrites, EXPANSION_MAX_REWRITES);
	const maxSteps = bound(options.maxSteps, EXPANSION_MAX_STEPS);
	if (str.slice(0, 2) === "{}") str = "\\{\\}" + str.slice(2);
	return expand_(escapeBraces(str), max, maxLength, maxDepth, 0, maxRewrites, { remaining: maxSteps }, true).map(unescapeBraces);
}
function embrace(str) {
	return "{" + str + "}";
}
function isPadded(el) {
	return /^-?0\d/.test(el);
}
function lte(i, y) {
	return i <= y;
}
function gte(i, y) {
	return i >= y;
}
function combine(acc, pre, values, max, maxLength, dropEmpties, budget) {
	const out = [];
	let length = 0;
	let nonEmpty;
	outer: for (let a = 0; a < acc.length; a++) {
		const prefix = acc[a] + pre;
		let vs = values;
		if (dropEmpties && !prefix) {
			if (!nonEmpty) nonEmpty = values.filter((v) => v);
			vs = nonEmpty;
		}
		for (let v = 0; v < vs.length; v++) {
			if (out.length >= max) break outer;
			const expansion = prefix + vs[v];
			if (length + expansion.length > maxLength) break outer;
			out.push(expansion);
			length += expansion.length;
		}
	}
	budget.remaining -= out.length;
	return out;
}
function expandSequence(body, isAlphaSequence, max, maxLength, budget) {
	const n = body.split(/\.\./);
	const N = [];
	/* c8 ignore start */
	if (n[0] === void 0 || n[1] === void 0) return N;
	/* c8 ignore stop */
	const x = numeric(n[0]);
	const y = numeric(n[1]);
	const width = Math.max(n[0].length, n[1].length);
	let incr = n.length === 3 && n[2] !== void 0 ? Math.max(Math.abs(numeric(n[2])), 1) : 1;
	let test = lte;
	if (y < x) {
		incr *= -1;
		test = gte;
	}
	const pad = n.some(isPadded);
	const cost = pad ? width : 1;
	let length = 0;
	for (let i = x; test(i, y) && N.length < max; i += incr) {
		budget.remaining -= cost;
		if (budget.remaining < 0) return;
		let c;
		if (isAlphaSequence) {
			c = String.fromCharCode(i);
			if (c === "\\") c = "";
		} else {
			c = String(i);
			if (pad) {
				const need = width - c.length;
				if (need > 0) {
					const z = new Array(need + 1).join("0");
					if (i < 0) c = "-" + z + c.slice(1);
					else c = z + c;
				}
			}
		}
		if (length + c.length > maxLength) break;
		N.push(c);
		length += c.length;
	}
	return N;
}
function expand_(str, max, maxLength, maxDepth, depth, maxRewrites, budget, isTop) {
	budget.remaining -= CALL_STEPS;
	if (depth > maxDepth) return [str];
	let acc = [""];
	let rewrites = 0;
	let dropEmpties = false;
	let firstGroup = true;
	let masked = str;
	for (;;) {
		const m = balancedWithBudget(str, masked, budget);
		if (!m) return combine(acc, str, [""], max, maxLength, dropEmpties, budget);
		if (m.unmatched) masked = maskUnmatchedOpens(masked, budget);
		const pre = m.pre;
		const literal = () => combine(acc, pre + "{" + m.body + "}" + m.post, [""], max, maxLength, dropEmpties, budget);
		if (/\$$/.test(pre)) {
			acc = combine(acc, pre + "{" + m.body + "}", [""], max, maxLength, dropEmpties && !m.post.length, budget);
			firstGroup = false;
			if (!m.post.length) break;
			str = m.post;
			masked = masked.slice(m.end + 1);
			continue;
		}
		const isNumericSequence = /^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(m.body);
		const isAlphaSequence = /^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.test(m.body);
		const isSequence = isNumericSequence || isAlphaSequence;
		const isOptions = m.body.indexOf(",") >= 0;
		if (!isSequence && !isOptions) {
			if (rewrites < maxRewrites && commaSetFollows(m.post, budget)) {
				rewrites++;
				str = m.pre + "{" + m.body + escClose + m.post;
				masked = masked.slice(0, m.end) + escClose + masked.slice(m.end + 1);
				isTop = true;
				continue;
			}
			return literal();
		}
		if (firstGroup) {
			dropEmpties = isTop && !isSequence;
			firstGroup = false;
		}
		let values;
		if (isSequence) {
			values = expandSequence(m.body, isAlphaSequence, max, maxLength, budget);
			if (!values) return literal();
		} else {
			let n = parseCommaParts(m.body, budget);
			if (!n) return literal();
			if (n.length === 1 && n[0] !== void 0) {
				n = expand_(n[0], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false).map(embrace);
				if (budget.remaining < 0) return literal();
				/* c8 ignore start */
				if (n.length === 1) {
					const next = combine(acc, pre + n[0], [""], max, maxLength, dropEmpties && !m.post.length, budget);
					if (budget.remaining < 0) return literal();
					acc = next;
					if (!m.post.length) break;
					str = m.post;
					masked = masked.slice(m.end + 1);
					continue;
				}
			}
			let dropsEmpties = dropEmpties && !m.post.length && !pre;
			for (let d = 0; dropsEmpties && d < acc.length; d++) if (acc[d]) dropsEmpties = false;
			values = [];
			let valuesLength = 0;
			outer: for (let j = 0; j < n.length; j++) {
				const expanded = expand_(n[j], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false);
				if (budget.remaining < 0) return literal();
				for (let k = 0; k < expanded.length; k++) {
					const v = expanded[k];
					if (dropsEmpties && !v) continue;
					if (values.length >= max || valuesLength + v.length > maxLength) break outer;
					values.push(v);
					valuesLength += v.length;
				}
			}
		}
		const next = combine(acc, pre, values, max, maxLength, dropEmpties && !m.post.length, budget);
		if (budget.remaining < 0) return literal();
		acc = next;
		if (!m.post.length) break;
		str = m.post;
		masked = masked.slice(m.end + 1);
	}
	return acc;
}

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/numeric-range.js
const digit = (a, b) => a === b ? {
	t: "lit",
	ch: String(a)
} : {
	t: "class",
	re: new RegExp(`^[${a}-${b}]$`)
};
const prefix = (d, alts) => alts.map((s) => [digit(d, d), ...s]);
const fixed = (a, b) => {
	if (!a) return [[]];
	let lo = +a[0];
	let hi = +b[0];
	const ra = a.slice(1);
	const rb = b.slice(1);
	if (lo === hi) return prefix(lo, fixed(ra, rb));
	const zeros = "0".repeat(ra.length);
	const nines = "9".repeat(ra.length);
	const out = [];
	if (ra !== zeros) out.push(...prefix(lo++, fixed(ra, nines)));
	const last = rb === nines ? [] : prefix(hi--, fixed(zeros, rb));
	if (lo <= hi) out.push([digit(lo, hi), ...Array.from(ra, () => digit(0, 9))]);
	out.push(...last);
	return out;
};
const nonneg = (a, b, width) => {
	if (width) return fixed(String(a).padStart(width, "0"), String(b).padStart(width, "0"));
	const out = [];
	for (let len = String(a).length; len <= String(b).length; len++) {
		const lo = Math.max(a, len === 1 ? 0 : 10 ** (len - 1));
		const hi = Math.min(b, 10 ** len - 1);
		out.push(...fixed(String(lo), String(hi)));
	}
	return out;
};
/**
* The strings that the bash brace expansion `{lo..hi}` makes, as
* the alternatives of an `@(...)` extglob. Each one is a sequence of
* digits and digit classes, so there are only a few of them, even for
* a large range.
*
* If either end has a leading zero, such as `{01..10}`, each number
* has leading zeros to make it as long as the longer end, counting a
* `-` sign. So `{-05..3}` makes `-05` to `-01`, then `000` to `003`.
*
* Returns undefined if either end is not a safe integer.
*/
const numericRange = (loStr, hiStr) => {
	let lo = Number(loStr);
	let hi = Number(hiStr);
	if (!Number.isSafeInteger(lo) || !Number.isSafeInteger(hi)) return;
	if (lo > hi) [lo, hi] = [hi, lo];
	const width = /^-?0\d/.test(loStr) || /^-?0\d/.test(hiStr) ? Math.max(loStr.length, hiStr.length) : 0;
	const out = [];
	if (lo < 0) {
		const neg = nonneg(Math.max(-hi, 1), -lo, width && width - 1);
		out.push(...neg.map((s) => [{
			t: "lit",
			ch: "-"
		}, ...s]));
	}
	if (hi >= 0) out.push(...nonneg(Math.max(lo, 0), hi, width));
	return out;
};

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/parse-class.js
const posixClasses = {
	"[:alnum:]": ["\\p{L}\\p{Nl}\\p{Nd}"],
	"[:alpha:]": ["\\p{L}\\p{Nl}"],
	"[:ascii:]": ["\\x00-\\x7f"],
	"[:blank:]": ["\\p{Zs}\\t"],
	"[:cntrl:]": ["\\p{Cc}"],
	"[:digit:]": ["\\p{Nd}"],
	"[:graph:]": ["\\p{Z}\\p{C}", true],
	"[:lower:]": ["\\p{Ll}"],
	"[:print:]": ["\\p{C}", true],
	"[:punct:]": ["\\p{P}\\p{S}"],
	"[:space:]": ["\\p{Z}\\t\\r\\n\\v\\f"],
	"[:upper:]": ["\\p{Lu}"],
	"[:word:]": ["\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}"],
	"[:xdigit:]": ["A-Fa-f0-9"]
};
const braceEscape = (s) => s.replace(/[[\]\\-]/g, "\\$&");
const noMatch = /$./;
const parseClass = (glob, position, nocase = false, form) => {
	const norm = (c) => {
		const n = form ? c.normalize(form) : c;
		return [...n].length === 1 ? n : c;
	};
	const pos = position;
	/* c8 ignore start */
	if (glob.charAt(pos) !== "[") throw new Error("not in a brace expression");
	/* c8 ignore stop */
	const ranges = [];
	const negs = [];
	let i = pos + 1;
	let sawStart = false;
	let escaping = false;
	let negate = false;
	let endPos = pos;
	let rangeStart = "";
	WHILE: while (i < glob.length) {
		const c = String.fromCodePoint(glob.codePointAt(i));
		if ((c === "!" || c === "^") && i === pos + 1) {
			negate = true;
			i++;
			continue;
		}
		if (c === "]" && sawStart && !escaping) {
			endPos = i + 1;
			break;
		}
		sawStart = true;
		if (c === "\\") {
			if (!escaping) {
				escaping = true;
				i++;
				continue;
			}
		}
		if (c === "[" && !escaping) {
			for (const [cls, [unip, neg]] of Object.entries(posixClasses)) if (glob.startsWith(cls, i)) {
				if (rangeStart) return [noMatch, glob.length - pos];
				i += cls.length;
				if (neg) negs.push(unip);
				else ranges.push(unip);
				continue WHILE;
			}
		}
		escaping = false;
		const n = norm(c);
		if (rangeStart) {
			if (n.codePointAt(0) > rangeStart.codePointAt(0)) ranges.push(braceEscape(rangeStart) + "-" + braceEscape(n));
			else if (n === rangeStart) ranges.push(braceEscape(n));
			rangeStart = "";
			i += c.length;
			continue;
		}
		if (glob.startsWith("-]", i + c.length)) {
			ranges.push(braceEscape(n + "-"));
			i += c.length + 1;
			continue;
		}
		if (glob.startsWith("-", i + c.length)) {
			rangeStart = n;
			i += c.length + 1;
			continue;
		}
		ranges.push(braceEscape(n));
		i += c.length;
	}
	if (endPos < i) return [noMatch, 0];
	if (!ranges.length && !negs.length) return [noMatch, glob.length - pos];
	const sranges = "[" + (negate ? "^" : "") + ranges.join("") + "]";
	const snegs = "[" + (negate ? "" : "^") + negs.join("") + "]";
	const comb = "^" + (ranges.length && negs.length ? "(" + sranges + "|" + snegs + ")" : ranges.length ? sranges : snegs);
	return [new RegExp(comb, nocase ? "iu" : "u"), endPos - pos];
};

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/index.js
const MATCH = {
	t: "match",
	id: 0
};
const extTypes = "!?+*@";
const lit = (ch) => ({
	t: "lit",
	ch
});
const reEscape = (s) => s.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
const newFoldRe = (s) => new RegExp(`^${reEscape(s)}$`, "iu");
const foldCache = /* @__PURE__ */ new Map();
const foldRe = (ch) => {
	let re = foldCache.get(ch);
	if (!re) {
		re = newFoldRe(ch);
		if (foldCache.size >= 1e3) foldCache.clear();
		foldCache.set(ch, re);
	}
	return re;
};
const litMatch = (l, c) => {
	if (c === l.ch) return true;
	if (!l.re) return false;
	const code = c.charCodeAt(0);
	if (code >= 128) return l.re.test(c);
	const ascii = l.ascii ??= /* @__PURE__ */ new Uint8Array(128);
	ascii[code] ||= l.re.test(c) ? 1 : 2;
	return ascii[code] === 1;
};
const tokenize$1 = (p, nocase, noext, form, mark) => {
	const toks = [];
	for (let i = 0; i < p.length;) {
		const c = String.fromCodePoint(p.codePointAt(i));
		if (mark) {
			const m = c === "\\" && p.startsWith(mark, i + 1) ? 1 : 0;
			if (m || c === mark) {
				const start = i + m + mark.length;
				const end = p.indexOf(mark, start);
				const r = /^(-?\d+)\.\.(-?\d+)$/.exec(p.slice(start, end));
				const alts = end !== -1 && r && numericRange(r[1], r[2]);
				if (alts) {
					toks.push({
						t: "ext",
						type: "@",
						alts
					});
					i = end + mark.length;
					continue;
				}
			}
		}
		if (c === "\\") {
			const e = p.codePointAt(i + 1);
			const ch = e === void 0 ? c : String.fromCodePoint(e);
			toks.push(lit(ch));
			i += 1 + ch.length;
			continue;
		}
		if (c === "[") {
			const [re, consumed] = parseClass(p, i, nocase, form);
			if (consumed) {
				toks.push({
					t: "class",
					re
				});
				i += consumed;
				continue;
			}
		}
		if (!noext && extTypes.includes(c) && p[i + 1] === "(") {
			toks.push({
				t: "open",
				type: c
			});
			i += 2;
			continue;
		}
		toks.push(!noext && c === "|" ? { t: "bar" } : !noext && c === ")" ? { t: "close" } : c === "*" ? { t: "star" } : c === "?" ? { t: "any" } : lit(c));
		i += c.length;
	}
	return toks;
};
const pair = (toks) => {
	const pairs = /* @__PURE__ */ new Map();
	const stack = [];
	toks.forEach((tok, i) => {
		if (tok.t === "open") stack.push(i);
		else if (tok.t === "close" && stack.length) pairs.set(stack.pop(), i);
	});
	return pairs;
};
const build = (toks, pairs, start, end, top) => {
	let seq = [];
	const alts = [seq];
	for (let i = start; i < end; i++) {
		const tok = toks[i];
		const close = pairs.get(i);
		if (tok.t === "open" && close !== void 0) {
			const sub = build(toks, pairs, i + 1, close, false);
			seq.push({
				t: "ext",
				type: tok.type,
				alts: sub
			});
			i = close;
		} else if (tok.t === "bar" && !top) alts.push(seq = []);
		else if (tok.t === "open") seq.push(lit(tok.type), lit("("));
		else if (tok.t === "bar") seq.push(lit("|"));
		else if (tok.t === "close") seq.push(lit(")"));
		else seq.push(tok);
	}
	return alts;
};
const normalize = (items, form) => {
	const out = [];
	let run = "";
	const flush = () => {
		for (const ch of run.normalize(form)) out.push(lit(ch));
		run = "";
	};
	for (const it of items) {
		if (it.t === "lit") {
			run += it.ch;
			continue;
		}
		flush();
		out.push(it.t === "ext" ? {
			...it,
			alts: it.alts.map((a) => normalize(a, form))
		} : it);
	}
	flush();
	return out;
};
const compile = (items, nocase) => {
	let id = 1;
	const split = (out) => ({
		t: "split",
		id: id++,
		out
	});
	const seq = (items, next) => items.reduceRight((next, it) => item(it, next), next);
	const item = (it, next) => {
		switch (it.t) {
			case "lit":
				const re = nocase ? foldRe(it.ch) : void 0;
				return {
					t: "lit",
					id: id++,
					ch: it.ch,
					re,
					next
				};
			case "any":
			case "star": return {
				t: it.t,
				id: id++,
				next
			};
			case "class": return {
				t: "class",
				id: id++,
				re: it.re,
				next
			};
		}
		const alts = (next) => it.alts.map((a) => seq(a, next));
		switch (it.type) {
			case "@": return split(alts(next));
			case "?": return split([next, ...alts(next)]);
			case "!": return {
				t: "neg",
				id: id++,
				sub: split(alts(MATCH)),
				next
			};
		}
		const after = split([]);
		const entry = split(alts(after));
		after.out.push(next, entry);
		return it.type === "*" ? after : entry;
	};
	return [seq(items, MATCH), id];
};
const show = (start) => {
	const lines = [];
	const seen = /* @__PURE__ */ new Set();
	const ref = (n) => n.t === "match" ? "match" : String(n.id);
	const walk = (n, indent) => {
		if (n.t === "match" || seen.has(n)) return;
		seen.add(n);
		const line = (desc) => lines.push(`${indent}${n.id}: ${desc}`);
		switch (n.t) {
			case "split":
				line(`split -> ${n.out.map(ref).join(", ")}`);
				for (const o of n.out) walk(o, indent);
				return;
			case "neg":
				line(`!(${ref(n.sub)}) -> ${ref(n.next)}`);
				walk(n.sub, indent + "  ");
				return walk(n.next, indent);
			case "lit":
				line(`${JSON.stringify(n.ch)} -> ${ref(n.next)}`);
				break;
			case "class":
				line(`${n.re} -> ${ref(n.next)}`);
				break;
			default: line(`${n.t === "any" ? "?" : "*"} -> ${ref(n.next)}`);
		}
		walk(n.next, indent);
	};
	walk(start, "");
	return [`start -> ${ref(start)}`, ...lines].join("\n");
};
var State = class {
	gen;
	threads = [];
	match = false;
	runs = [];
	ids = [];
	constructor(gen) {
		this.gen = gen;
	}
	get dead() {
		return !this.threads.length && !this.match && !this.runs.length;
	}
};
const sameState = (a, b) => {
	if (a.ids.length !== b.ids.length) return false;
	if (a.runs.length !== b.runs.length) return false;
	if (a.ids.some((id, i) => id !== b.ids[i])) return false;
	return a.runs.every((r) => b.runs.some((o) => o.neg === r.neg && sameState(o.state, r.state)));
};
const marks = (size) => ({
	has: new Float64Array(size),
	seen: new Float64Array(size),
	gen: 0
});
var Sim = class {
	dots;
	dotStart;
	#marks;
	constructor(dots, dotStart, marks) {
		this.dots = dots;
		this.dotStart = dotStart;
		this.#marks = marks;
	}
	state() {
		return new State(++this.#marks.gen);
	}
	done(state) {
		state.ids = state.threads.map((n) => n.id).sort((a, b) => a - b);
		if (state.match) state.ids.unshift(MATCH.id);
		return state;
	}
	#visit(state, node) {
		const { seen } = this.#marks;
		if (seen[node.id] === state.gen) return false;
		seen[node.id] = state.gen;
		return true;
	}
	#addThread(state, node) {
		const { has } = this.#marks;
		if (has[node.id] === state.gen) return false;
		has[node.id] = state.gen;
		state.threads.push(node);
		return true;
	}
	restricted(i, top) {
		return top && (this.dots || this.dotStart && i === 0);
	}
	add(state, node, i, top) {
		switch (node.t) {
			case "split":
				if (!this.#visit(state, node)) return;
				for (const o of node.out) this.add(state, o, i, top);
				return;
			case "neg":
				if (!this.#visit(state, node)) return;
				const sub = this.state();
				this.add(sub, node.sub, i, false);
				this.done(sub);
				return this.addRun(state, {
					t: "run",
					neg: node,
					state: sub
				}, i, top);
			case "star":
				if (this.restricted(i, top)) return;
				if (this.#addThread(state, node)) this.add(state, node.next, i, top);
				return;
			case "match":
				state.match = true;
				return;
			default: this.#addThread(state, node);
		}
	}
	addRun(state, run, i, top) {
		for (const r of state.runs) if (r.neg === run.neg && sameState(r.state, run.state)) return;
		state.runs.push(run);
		if (!run.state.match) this.add(state, run.neg.next, i, top);
	}
	step(state, c, i, top) {
		const next = this.state();
		for (const th of state.threads) switch (th.t) {
			case "lit":
				if (litMatch(th, c)) this.add(next, th.next, i + 1, top);
				break;
			case "any":
				if (!this.restricted(i, top)) this.add(next, th.next, i + 1, top);
				break;
			case "class":
				if (!this.restricted(i, top) && th.re.test(c)) this.add(next, th.next, i + 1, top);
				break;
			case "star": if (!this.restricted(i, top)) this.add(next, th, i + 1, top);
		}
		if (!this.restricted(i, top)) for (const run of state.runs) {
			if (run.state.dead) {
				this.addRun(next, run, i + 1, top);
				continue;
			}
			const sub = this.step(run.state, c, i, false);
			this.addRun(next, {
				t: "run",
				neg: run.neg,
				state: sub
			}, i + 1, top);
		}
		return this.done(next);
	}
};
const stateKey = (state) => {
	const ids = state.ids.join();
	if (!state.runs.length) return ids;
	return `${ids}|${state.runs.map((r) => `${r.neg.id}(${stateKey(r.state)})`).sort().join("|")}`;
};
const DFA_BUDGET = 1 << 18;
var Dfa = class {
	#start;
	#states = /* @__PURE__ */ new Map();
	#size = 0;
	#plain;
	#dotStart;
	#sim;
	#dotSim;
	constructor(start, marks) {
		this.#start = start;
		this.#sim = new Sim(false, false, marks);
		this.#dotSim = new Sim(false, true, marks);
	}
	#make(state) {
		return {
			state,
			match: state.match,
			dead: state.dead,
			next: /* @__PURE__ */ new Map()
		};
	}
	#intern(state) {
		const key = stateKey(state);
		const found = this.#states.get(key);
		if (found) return found;
		if (this.#size > DFA_BUDGET) this.#clear();
		const d = this.#make(state);
		this.#states.set(key, d);
		this.#size += key.length + 1;
		return d;
	}
	#clear() {
		this.#states.clear();
		this.#size = 0;
		this.#plain = void 0;
		this.#dotStart = void 0;
	}
	start(dotStart) {
		if (dotStart) {
			if (this.#dotStart) return this.#dotStart;
			const state = this.#dotSim.state();
			this.#dotSim.add(state, this.#start, 0, true);
			return this.#dotStart = this.#make(this.#dotSim.done(state));
		}
		if (this.#plain) return this.#plain;
		const state = this.#sim.state();
		this.#sim.add(state, this.#start, 0, true);
		return this.#plain = this.#intern(this.#sim.done(state));
	}
	next(d, c) {
		const code = c.charCodeAt(0);
		const found = code < 128 ? void 0 : d.next.get(c);
		if (found) return found;
		const n = d === this.#dotStart ? this.#intern(this.#dotSim.step(d.state, c, 0, true)) : this.#intern(this.#sim.step(d.state, c, 1, true));
		if (code < 128) {
			if (!d.ascii) {
				d.ascii = new Array(128);
				this.#size += 128;
			}
			d.ascii[code] = n;
		} else d.next.set(c, n);
		this.#size++;
		return n;
	}
};
const linear = (start) => {
	const nodes = [];
	for (let n = start; n.t !== "match"; n = n.next) {
		if (n.t === "split" || n.t === "neg") return void 0;
		nodes.push(n);
	}
	return nodes;
};
const testLinear = (nodes, chars, start, end) => {
	let ni = 0;
	let ci = start;
	let starNi = -1;
	let starCi = 0;
	while (ci < end) {
		const n = nodes[ni];
		if (n?.t === "star") {
			starNi = ni++;
			starCi = ci;
			continue;
		}
		const c = chars[ci];
		if (n && (n.t === "any" || n.t === "lit" && litMatch(n, c) || n.t === "class" && n.re.test(c))) {
			ni++;
			ci++;
			continue;
		}
		if (starNi === -1) return false;
		ni = starNi + 1;
		ci = ++starCi;
	}
	while (nodes[ni]?.t === "star") ni++;
	return ni === nodes.length;
};
const lengths = (items) => {
	let min = 0;
	let max = 0;
	for (const it of items) {
		const [lo, hi] = itemLengths(it);
		min += lo;
		max += hi;
	}
	return [min, max];
};
const itemLengths = (it) => {
	if (it.t === "star") return [0, 1e400];
	if (it.t !== "ext") return [1, 1];
	if (it.type === "!") return [0, 1e400];
	const alts = it.alts.map(lengths);
	const min = Math.min(...alts.map((a) => a[0]));
	const max = Math.max(...alts.map((a) => a[1]));
	const loop = max === 0 ? 0 : 1e400;
	return it.type === "@" ? [min, max] : it.type === "?" ? [0, max] : it.type === "*" ? [0, loop] : [min, loop];
};
const hasAffix = (lits, chars, start) => {
	for (let j = 0; j < lits.length; j++) if (!litMatch(lits[j], chars[start + j])) return false;
	return true;
};
const slashOrSurrogate = /[/\ud800-\udfff]/;
const surrogate = /[\ud800-\udfff]/;
const codePoints = (s) => surrogate.test(s) ? [...s] : s;
const noSlash = (s) => {
	if (s.includes("/")) throw new Error("can only match a single path portion, got: " + s);
};
var Matcher = class {
	pattern;
	options;
	#start;
	#size;
	#marks;
	#dotsSim;
	#literal;
	#literalFold = false;
	#literalRe;
	#linear;
	#wild = false;
	#min = 0;
	#max = 1e400;
	#prefix = [];
	#suffix = [];
	#prefixStr;
	#suffixStr;
	#affix = false;
	#dfa;
	#form;
	constructor(pattern, options = {}) {
		if (pattern.includes("/")) throw new Error("can only match a single path portion, got pattern: " + pattern);
		this.pattern = pattern;
		this.options = options;
		const { nocase = false, noext = false, normalize: n } = options;
		this.#form = n === true ? "NFC" : n || void 0;
		const literal = /^[?*+@]\(\)$/.test(pattern);
		const toks = tokenize$1(pattern, nocase, noext || literal, this.#form, options.rangeMark);
		let [items] = build(toks, pair(toks), 0, toks.length, true);
		if (this.#form) items = normalize(items, this.#form);
		const [start, size] = compile(items, nocase);
		this.#start = start;
		this.#size = size;
		if (items.every((it) => it.t === "lit")) {
			this.#literal = items.map((it) => it.ch).join("");
			this.#literalFold = nocase;
		} else {
			const lit = (it) => it.t !== "lit" ? void 0 : nocase ? {
				ch: it.ch,
				re: foldRe(it.ch)
			} : { ch: it.ch };
			for (const it of items) {
				const l = lit(it);
				if (!l) break;
				this.#prefix.push(l);
			}
			for (let j = items.length - 1; j >= 0; j--) {
				const l = lit(items[j]);
				if (!l) break;
				this.#suffix.unshift(l);
			}
			this.#affix = !!(this.#prefix.length || this.#suffix.length);
			if (!nocase) {
				this.#prefixStr = this.#prefix.map((l) => l.ch).join("");
				this.#suffixStr = this.#suffix.map((l) => l.ch).join("");
			}
			this.#linear = linear(this.#start)?.slice(this.#prefix.length, -this.#suffix.length || void 0);
			this.#wild = !!this.#linear?.every((n) => n.t === "star" || n.t === "any");
			const [min, max] = lengths(items);
			this.#min = min;
			this.#max = max;
		}
	}
	test(s) {
		if (this.#form) {
			noSlash(s);
			return this.#test(s.normalize(this.#form));
		}
		if (slashOrSurrogate.test(s)) {
			noSlash(s);
			return this.#test(s, [...s]);
		}
		return this.#test(s, s);
	}
	/**
	* The same as {@link Matcher#test}, but the string is not checked
	* for `/` chars, so the result for a string that has one is not
	* defined. Only use it for a string that is known to be one path
	* portion, such as a part of a path that was split on `/`. It can
	* be faster, because some patterns do not need to look at each char
	* of the string.
	*/
	testUnchecked(s) {
		return this.#test(this.#form ? s.normalize(this.#form) : s);
	}
	#test(s, chars) {
		if (this.#literal !== void 0) return this.#literalFold ? (this.#literalRe ??= newFoldRe(this.#literal)).test(s) : s === this.#literal;
		const min = this.#min;
		const max = this.#max;
		if (chars === void 0) {
			const most = s.length;
			const least = most + 1 >> 1;
			if (most < min || least > max) return false;
			if (least < min || most > max) chars = codePoints(s);
		}
		if (chars !== void 0 && (chars.length < min || chars.length > max)) return false;
		const prefix = this.#prefix.length;
		if (this.#affix) {
			if (this.#prefixStr !== void 0 && this.#suffixStr !== void 0) {
				if (!s.startsWith(this.#prefixStr) || !s.endsWith(this.#suffixStr)) return false;
			} else {
				chars ??= codePoints(s);
				const end = chars.length - this.#suffix.length;
				if (!hasAffix(this.#prefix, chars, 0) || !hasAffix(this.#suffix, chars, end)) return false;
			}
		}
		const dotStart = !this.options.dot && s.startsWith(".");
		if (this.#linear) {
			if (s === "." || s === "..") return false;
			if (dotStart && !prefix) return false;
			if (this.#wild) return true;
			chars ??= codePoints(s);
			const end = chars.length - this.#suffix.length;
			return testLinear(this.#linear, chars, prefix, end);
		}
		chars ??= codePoints(s);
		if (s === "." || s === "..") {
			this.#marks ??= marks(this.#size);
			const sim = this.#dotsSim ??= new Sim(true, false, this.#marks);
			const start = sim.state();
			sim.add(start, this.#start, 0, true);
			let state = sim.done(start);
			for (let i = 0; i < chars.length; i++) state = sim.step(state, chars[i], i, true);
			return state.match;
		}
		this.#marks ??= marks(this.#size);
		const dfa = this.#dfa ??= new Dfa(this.#start, this.#marks);
		let d = dfa.start(dotStart);
		const str = chars === s;
		for (let i = 0; i < chars.length; i++) {
			if (d.dead) return false;
			const code = str ? s.charCodeAt(i) : chars[i].charCodeAt(0);
			d = d.ascii?.[code] ?? dfa.next(d, chars[i]);
		}
		return d.match;
	}
	/** a readable listing of the state machine */
	toString() {
		return show(this.#start);
	}
};

// node_modules/minimatch/dist/esm/assert-valid-pattern.js
const MAX_PATTERN_LENGTH = 65536;
const assertValidPattern = (pattern) => {
	if (typeof pattern !== "string") throw new TypeError("invalid pattern");
	if (pattern.length > MAX_PATTERN_LENGTH) throw new TypeError("pattern is too long");
};

// node_modules/minimatch/dist/esm/escape.js
/**
* Escape all magic characters in a glob pattern.
*
* If the {@link MinimatchOptions.windowsPathsNoEscape}
* option is used, then characters are escaped by wrapping in `[]`, because
* a magic character wrapped in a character class can only be satisfied by
* that exact character.  In this mode, `\` is _not_ escaped, because it is
* not interpreted as a magic character, but instead as a path separator.
*
* If the {@link MinimatchOptions.magicalBraces} option is used,
* then braces (`{` and `}`) will be escaped.
*
* A leading `#` or `!` is escaped as well, so that the result is never a
* comment or a negated pattern. In `windowsPathsNoEscape` mode, a leading
* `!` is written as `@(!)`, because `[!` starts a negated class.
*/
const escape$1 = (s, { windowsPathsNoEscape = false, magicalBraces = false } = {}) => {
	const e = magicalBraces ? windowsPathsNoEscape ? s.replace(/[?*()[\]{}]/g, "[$&]") : s.replace(/[?*()[\]\\{}]/g, "\\$&") : windowsPathsNoEscape ? s.replace(/[?*()[\]]/g, "[$&]") : s.replace(/[?*()[\]\\]/g, "\\$&");
	const c = e.charAt(0);
	if (c === "#") return (windowsPathsNoEscape ? "[#]" : "\\#") + e.slice(1);
	if (c === "!") return (windowsPathsNoEscape ? "@(!)" : "\\!") + e.slice(1);
	return e;
};

// node_modules/minimatch/dist/esm/unescape.js
/**
* Un-escape a string that has been escaped with {@link escape}.
*
* If the {@link MinimatchOptions.windowsPathsNoEscape} option is used, then
* square-bracket escapes are removed, but not backslash escapes.
*
* For example, it will turn the string `'[*]'` into `*`, but it will not
* turn `'\\*'` into `'*'`, because `\` is a path separator in
* `windowsPathsNoEscape` mode.
*
* When `windowsPathsNoEscape` is not set, then both square-bracket escapes and
* backslash escapes are removed.
*
* Slashes (and backslashes in `windowsPathsNoEscape` mode) cannot be escaped
* or unescaped.
*
* When `magicalBraces` is not set, escapes of braces (`{` and `}`) will not be
* unescaped.
*/
const unescape = (s, { windowsPathsNoEscape = false, magicalBraces = true } = {}) => {
	if (windowsPathsNoEscape && s.startsWith("@(!)")) return "!" + unescape(s.slice(4), {
		windowsPathsNoEscape,
		magicalBraces
	});
	if (magicalBraces) return windowsPathsNoEscape ? s.replace(/\[([^/\\])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\])\]/g, "$1$2").replace(/\\([^/])/g, "$1");
	return windowsPathsNoEscape ? s.replace(/\[([^/\\{}])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\{}])\]/g, "$1$2").replace(/\\([^/{}])/g, "$1");
};

// node_modules/minimatch/dist/esm/index.js
const DEFAULT_BRACE_EXPAND_MAX = 1e5;
const DEFAULT_GLOB_STAR_RECURSION_MAX = 200;
const AWE_KEY = "allowWindowsEscape";
const minimatch = (p, pattern, options) => {
	assertValidPattern(pattern);
	if (!options?.nocomment && pattern.charAt(0) === "#") return false;
	return cachedMinimatch(pattern, options).match(p);
};
let cache = /* @__PURE__ */ new Map();
let oldCache = /* @__PURE__ */ new Map();
let cacheSize = 0;
let cacheTotalWeight = 0;
const cacheMax = 256;
const cacheMaxWeight = 32768;
const cacheMaxEntryWeight = 4096;
const cacheWeight = (mm) => {
	let w = mm.pattern.length;
	for (const s of mm.globSet) {
		w += s.length + 1;
		if (w > cacheMaxEntryWeight) break;
	}
	return w;
};
const tri = (v) => v === void 0 ? 0 : v ? 2 : 1;
const booleanWeights = new Map(Object.keys({
	nobrace: 0,
	nocomment: 0,
	nonegate: 0,
	noglobstar: 0,
	noext: 0,
	nonull: 0,
	partial: 0,
	dot: 0,
	nocase: 0,
	nocaseMagicOnly: 0,
	magicalBraces: 0,
	matchBase: 0,
	flipNegate: 0,
	preserveMultipleSlashes: 0,
	windowsNoMagicRoot: 0
}).map((k, i) => [k, 24 * 3 ** i]));
const optionsKey = (o) => {
	let n = 0;
	let wpe = false;
	for (const k in o) {
		const v = o[k];
		switch (k) {
			case "windowsPathsNoEscape":
				if (v) wpe = true;
				break;
			case AWE_KEY:
				if (v === false) wpe = true;
				break;
			case "platform": {
				const p = v || defaultPlatform;
				if (p === defaultPlatform) break;
				if (p === "darwin") n += 3;
				else if (p === "win32") n += 6;
				else if (p === "linux") n += 9;
				else return JSON.stringify(o);
				break;
			}
			case "optimizationLevel":
				if (v === void 0) break;
				n += v >= 2 ? 1 : v >= 1 ? 0 : 2;
				break;
			case "braceExpandMax":
				if (v !== void 0 && v !== DEFAULT_BRACE_EXPAND_MAX) return JSON.stringify(o);
				break;
			case "maxGlobstarRecursion":
				if (v !== void 0 && v !== DEFAULT_GLOB_STAR_RECURSION_MAX) return JSON.stringify(o);
				break;
			case "normalize":
				if (v !== void 0) return JSON.stringify(o);
				break;
			default: n += (booleanWeights.get(k) ?? 0) * tri(v);
		}
	}
	return wpe ? n + 12 : n;
};
const copyOptions = (o) => {
	const copy = {};
	for (const k in o) copy[k] = o[k];
	return copy;
};
const cachedMinimatch = (pattern, options) => {
	const key = options ? optionsKey(options) : 0;
	let mm = cache.get(key)?.get(pattern);
	if (mm) return mm;
	mm = oldCache.get(key)?.get(pattern) ?? new Minimatch(pattern, copyOptions(options));
	const weight = cacheWeight(mm);
	if (weight > cacheMaxEntryWeight) return mm;
	if (cacheSize >= cacheMax || cacheTotalWeight + weight > cacheMaxWeight) {
		oldCache = cache;
		cache = /* @__PURE__ */ new Map();
		cacheSize = 0;
		cacheTotalWeight = 0;
	}
	let byPattern = cache.get(key);
	if (!byPattern) cache.set(key, byPattern = /* @__PURE__ */ new Map());
	byPattern.set(pattern, mm);
	cacheSize++;
	cacheTotalWeight += weight;
	return mm;
};
/* c8 ignore start */
const defaultPlatform = typeof process === "object" && process ? process.env?.__MINIMATCH_TESTING_PLATFORM__ || process.platform : "posix";
const path = {
	win32: { sep: "\\" },
	posix: { sep: "/" }
};
/* c8 ignore stop */
const sep = defaultPlatform === "win32" ? path.win32.sep : path.posix.sep;
minimatch.sep = sep;
const GLOBSTAR = Symbol("globstar **");
minimatch.GLOBSTAR = GLOBSTAR;
const filter = (pattern, options) => {
	let mm;
	return (p) => (mm ??= cachedMinimatch(pattern, options)).match(p);
};
minimatch.filter = filter;
const ext = (a, b = {}) => Object.assign({}, a, b);
const defaults = (def) => {
	if (!def || typeof def !== "object" || !Object.keys(def).length) return minimatch;
	const orig = minimatch;
	const m = (p, pattern, options = {}) => orig(p, pattern, ext(def, options));
	return Object.assign(m, {
		Minimatch: class Minimatch extends orig.Minimatch {
			constructor(pattern, options = {}) {
				super(pattern, ext(def, options));
			}
			static defaults(options) {
				return orig.defaults(ext(def, options)).Minimatch;
			}
		},
		unescape: (s, options = {}) => orig.unescape(s, ext(def, options)),
		escape: (s, options = {}) => orig.escape(s, ext(def, options)),
		filter: (pattern, options = {}) => orig.filter(pattern, ext(def, options)),
		defaults: (options) => orig.defaults(ext(def, options)),
		braceExpand: (pattern, options = {}) => orig.braceExpand(pattern, ext(def, options)),
		match: (list, pattern, options = {}) => orig.match(list, pattern, ext(def, options)),
		sep: orig.sep,
		GLOBSTAR
	});
};
minimatch.defaults = defaults;
const braceExpand = (pattern, options = {}) => {
	assertValidPattern(pattern);
	if (options.nobrace || !/\{(?:(?!\{).)*\}/.test(pattern)) return [pattern];
	let p = pattern.replace(/\\\\/g, "\\\\\\\\");
	if (options.windowsPathsNoEscape || options[AWE_KEY] === false) p = p.replace(/\[([{}])\]/g, "[\\$1]");
	return expand$1(p, { max: options.braceExpandMax });
};
minimatch.braceExpand = braceExpand;
const RANGE_MIN = 100;
const rangeRe = /(?<![\\$])\{(-?\d+)\.\.(-?\d+)\}/g;
const inRepeatOrNegExt = (portion, mark) => {
	const stack = [];
	for (let i = 0; i < portion.length; i++) {
		const c = portion.charAt(i);
		if (c === "\\") i++;
		else if (c === mark) {
			if (stack.some((t) => t !== "@" && t !== "?")) return true;
		} else if (portion.charAt(i + 1) === "(" && "!?+*@".includes(c)) {
			stack.push(c);
			i++;
		} else if (c === ")") stack.pop();
	}
	return false;
};
const match = (list, pattern, options = {}) => {
	const mm = new Minimatch(pattern, options);
	list = list.filter((f) => mm.match(f));
	if (mm.options.nonull && !list.length) list.push(pattern);
	return list;
};
minimatch.match = match;
const globMagic = /[?*]|[+@!]\(.*?\)|\[|\]/;
const classEnd = (pattern, start) => {
	let i = start + 1;
	if (pattern.charAt(i) === "!" || pattern.charAt(i) === "^") i++;
	let sawStart = false;
	for (; i < pattern.length; i++) {
		const c = pattern.charAt(i);
		if (c === "]" && sawStart) return i;
		sawStart = true;
		if (c === "\\") i++;
	}
	return -1;
};
const literal = (pattern, noext) => {
	if (!noext && (pattern === "+()" || pattern === "@()")) return pattern;
	let lit = "";
	for (let i = 0; i < pattern.length; i++) {
		const c = pattern.charAt(i);
		if (c === "\\") lit += pattern.charAt(++i) || c;
		else if (c === "*" || c === "?") return;
		else if (c === "[") {
			const close = classEnd(pattern, i);
			if (close === -1) {
				lit += c;
				continue;
			}
			let body = pattern.slice(i + 1, close);
			if (body.startsWith("\\")) body = body.slice(1);
			if ([...body].length !== 1 || "!^".includes(pattern.charAt(i + 1))) return;
			lit += body;
			i = close;
		} else if (!noext && "+@!".includes(c) && pattern.charAt(i + 1) === "(" && pattern.includes(")", i + 2)) return;
		else lit += c;
	}
	return lit;
};
const MAX_EXTGLOBS = 256;
const extglobCount = (pattern) => {
	let n = 0;
	for (let i = 0; i < pattern.length - 1; i++) {
		const c = pattern.charAt(i);
		if (c === "\\") i++;
		else if ("+@!?*".includes(c) && pattern.charAt(i + 1) === "(") {
			n++;
			i++;
		}
	}
	return n;
};
const assertValidExtglobs = (pattern) => {
	if (extglobCount(pattern) > MAX_EXTGLOBS) throw new TypeError("pattern has too many extglobs");
};
const extSafe = (pattern) => {
	if (/^[?*+@]\(\)$/.test(pattern) || pattern.includes("[:")) return false;
	let depth = 0;
	for (let i = 0; i < pattern.length; i++) {
		const c = pattern.charAt(i);
		if (c === "\\") {
			if (++i === pattern.length) return false;
		} else if (c === "[") {
			const close = classEnd(pattern, i);
			if (close !== -1) i = close;
		} else if ("+@!?*".includes(c) && pattern.charAt(i + 1) === "(") {
			depth++;
			i++;
		} else if (c === ")") {
			if (!depth--) return false;
		} else if (c === "|" && !depth) return false;
	}
	return !depth;
};
let lastSplit;
let lastChecked;
const portionMatch = (p, f) => typeof p === "string" ? f === p : f !== "" && p.testUnchecked(f);
const endIndex = (p, last, lastStart, prev, prevStart) => portionMatch(p, last) ? lastStart : prev !== void 0 && portionMatch(p, prev) ? prevStart : -1;
const isDots = (p) => p === "." || p === "..";
const isDrive = (p) => typeof p === "string" && /^[a-z]:$/i.test(p);
const isLongUNC = (p) => typeof p === "string" && /^unc$/i.test(p);
const uncHost = (p) => {
	if (p[0] !== "" || p[1] !== "") return -1;
	const h = p[2] !== "?" ? 2 : isLongUNC(p[3]) ? 4 : -1;
	const host = p[h];
	const share = p[h + 1];
	return h !== -1 && host !== void 0 && host !== "" && host !== GLOBSTAR && share !== void 0 && share !== "" && share !== GLOBSTAR ? h : -1;
};
const walkable = (p, dot) => !isDots(p) && (dot || !p.startsWith("."));
const dotPortion = (f, start, end, dot, sep) => {
	for (let k = start; k < end;) {
		if (f.charCodeAt(k) === 46) {
			if (!dot) return true;
			const n = f.charCodeAt(k + 1) === 46 ? k + 2 : k + 1;
			if (n >= end || isSep(f.charCodeAt(n), sep)) return true;
		}
		const s = nextSep(f, k, sep);
		if (s === -1) return false;
		k = s + 1;
		while (k < end && isSep(f.charCodeAt(k), sep)) k++;
	}
	return false;
};
const isSep = (c, sep) => sep === "/" ? c === 47 : sep === "\\" ? c === 92 : c === 47 || c === 92;
const nextSep = (f, from, sep) => {
	if (sep !== "both") return f.indexOf(sep, from);
	const s = f.indexOf("/", from);
	const b = f.indexOf("\\", from);
	return s === -1 ? b : b === -1 ? s : Math.min(s, b);
};
const lastSep = (f, from, sep) => sep !== "both" ? f.lastIndexOf(sep, from) : Math.max(f.lastIndexOf("/", from), f.lastIndexOf("\\", from));
const PENDING = {};
var Minimatch = class {
	options;
	set;
	pattern;
	windowsPathsNoEscape;
	nonegate;
	negate;
	comment;
	empty;
	preserveMultipleSlashes;
	partial;
	globSet;
	globParts;
	nocase;
	isWindows;
	platform;
	windowsNoMagicRoot;
	maxGlobstarRecursion;
	#endCheck;
	#literalCheck;
	#level2;
	#form;
	#literals = [];
	#shapes = [];
	#endRows = [];
	#matchers = /* @__PURE__ */ new Map();
	#pending = false;
	#rangeMark;
	#globstarParts = /* @__PURE__ */ new WeakMap();
	constructor(pattern, options = {}) {
		assertValidPattern(pattern);
		options = options || {};
		this.options = options;
		this.maxGlobstarRecursion = options.maxGlobstarRecursion ?? DEFAULT_GLOB_STAR_RECURSION_MAX;
		this.pattern = pattern;
		this.platform = options.platform || defaultPlatform;
		this.isWindows = this.platform === "win32";
		this.windowsPathsNoEscape = !!options.windowsPathsNoEscape || options[AWE_KEY] === false;
		if (this.windowsPathsNoEscape) this.pattern = this.pattern.replace(/\\/g, "/");
		this.preserveMultipleSlashes = !!options.preserveMultipleSlashes;
		this.negate = false;
		this.nonegate = !!options.nonegate;
		this.comment = false;
		this.empty = false;
		this.partial = !!options.partial;
		this.nocase = !!this.options.nocase;
		this.windowsNoMagicRoot = options.windowsNoMagicRoot !== void 0 ? options.windowsNoMagicRoot : !!(this.isWindows && this.nocase);
		this.globSet = [];
		this.globParts = [];
		this.set = [];
		this.#endCheck = !this.preserveMultipleSlashes;
		this.#level2 = (options.optimizationLevel ?? 1) >= 2;
		const n = options.normalize;
		this.#form = n === true ? "NFC" : n || void 0;
		this.make();
		const drives = this.set.map((row) => this.#rootIndex(row));
		this.#endRows = this.set.map((row, r) => this.#endCheck && row.length - 1 > drives[r]);
		this.#literals = this.set.map((row, r) => {
			const end = this.#endRows[r] ? row.length - 1 : row.length;
			const lits = row.slice(drives[r] + 1, end).filter((p) => typeof p === "string" && !!p);
			return [...new Set(lits)];
		});
		this.#literalCheck = this.#literals.some((l) => l.length);
		this.#shapes = this.set.map((row, r) => {
			const [p0, p1, p2] = row;
			if (this.#endRows[r] && row.length === 2) {
				if (p0 === GLOBSTAR && p1 !== GLOBSTAR) return "tail";
			}
			if (this.#endRows[r] && options.matchBase && row.length === 1 && p0 !== GLOBSTAR && p0 !== "") return "base";
			if (!this.#endCheck || drives[r] !== -1) return void 0;
			if (row.length === 3 && p0 === GLOBSTAR && p2 === GLOBSTAR && p1 !== GLOBSTAR && p1 !== "" && this.maxGlobstarRecursion > 0) return "mid";
			if (row.length === 2 && p1 === GLOBSTAR && p0 !== GLOBSTAR && p0 !== "") return "head";
		});
	}
	#norm(p) {
		return this.#form ? p.normalize(this.#form) : p;
	}
	#rootIndex(row) {
		if (!this.isWindows) return -1;
		if (isDrive(row[0])) return 0;
		if (row[0] === "" && row[1] === "" && row[2] === "?" && isDrive(row[3])) return 3;
		const h = uncHost(row);
		return h === -1 ? -1 : h + 1;
	}
	hasMagic() {
		if (this.options.magicalBraces && this.set.length > 1) return true;
		for (const pattern of this.set) for (const part of pattern) if (typeof part !== "string") return true;
		return false;
	}
	make() {
		const pattern = this.pattern;
		const options = this.options;
		if (!options.nocomment && pattern.charAt(0) === "#") {
			this.comment = true;
			return;
		}
		if (!pattern) {
			this.empty = true;
			return;
		}
		this.parseNegate();
		this.globSet = [...new Set(this.#expandBraces())];
		const rawGlobParts = this.globSet.map((s) => this.#slashSplit(s));
		this.globParts = this.preprocess(rawGlobParts);
		this.#pending = true;
		let set = this.globParts.map((s, _, __) => {
			if (this.isWindows && this.windowsNoMagicRoot) {
				const n = s[2] === "?" && isLongUNC(s[3]) ? 6 : 4;
				const isUNC = s[0] === "" && s[1] === "" && (s[2] === "?" || !globMagic.test(s[2])) && s.slice(3, n).every((p) => !globMagic.test(p));
				const isDrive = /^[a-z]:/i.test(s[0]);
				if (isUNC) return [...s.slice(0, n).map((p) => this.#norm(p)), ...s.slice(n).map((ss) => this.parse(ss))];
				else if (isDrive) return [this.#norm(s[0]), ...s.slice(1).map((ss) => this.parse(ss))];
			}
			return s.map((ss) => this.parse(ss));
		});
		this.set = set.filter((s) => s.indexOf(false) === -1);
		if (this.isWindows) for (let i = 0; i < this.set.length; i++) {
			const p = this.set[i];
			if (p[0] === "" && p[1] === "" && this.globParts[i][2] === "?" && (isDrive(p[3]) || isLongUNC(this.globParts[i][3]))) {
				if (isLongUNC(this.globParts[i][3])) p[3] = "UNC";
				p[2] = "?";
			}
		}
		if (!options.noext) this.mergeRows();
		this.#pending = false;
		this.set.forEach((row, i) => {
			for (let k = 0; k < row.length; k++) if (row[k] === PENDING) row[k] = this.parse(this.globParts[i][k]);
		});
	}
	mergeRows() {
		let merged = true;
		while (merged) {
			merged = false;
			if (this.set.length < 2) return;
			let keys = this.#mergeKeys();
			const len = Math.max(0, ...this.set.map((r) => r.length));
			for (let k = 0; k < len; k++) {
				const groups = /* @__PURE__ */ new Map();
				const R = this.set.length + 1;
				this.set.forEach((row, i) => {
					if (!(row[k] instanceof Matcher || row[k] === PENDING) || !extSafe(this.globParts[i][k])) return;
					const { pre, suf } = keys[i];
					const key = pre[k] * R + suf[k + 1];
					const g = groups.get(key);
					if (g) g.push(i);
					else groups.set(key, [i]);
				});
				const drop = /* @__PURE__ */ new Set();
				for (const g of groups.values()) {
					if (g.length < 2) continue;
					const [first, ...rest] = g;
					const glob = `@(${g.map((i) => this.globParts[i][k]).join("|")})`;
					if (extglobCount(glob) > MAX_EXTGLOBS) continue;
					this.globParts[first][k] = glob;
					this.set[first][k] = this.parse(glob);
					for (const i of rest) drop.add(i);
				}
				if (drop.size) {
					merged = true;
					this.set = this.set.filter((_, i) => !drop.has(i));
					this.globParts = this.globParts.filter((_, i) => !drop.has(i));
					if (this.set.length < 2) return;
					keys = this.#mergeKeys();
				}
			}
		}
	}
	#mergeKeys() {
		const partIds = /* @__PURE__ */ new Map();
		const ids = this.globParts.map((parts) => parts.map((s) => {
			let id = partIds.get(s);
			if (id === void 0) partIds.set(s, id = partIds.size);
			return id;
		}));
		const P = partIds.size;
		const len = Math.max(0, ...ids.map((r) => r.length));
		const keys = ids.map((r) => ({
			pre: [0],
			suf: new Array(r.length + 1).fill(0)
		}));
		for (let k = 0; k < len; k++) {
			const m = /* @__PURE__ */ new Map();
			ids.forEach((r, i) => {
				if (k >= r.length) return;
				const { pre } = keys[i];
				const key = pre[k] * P + r[k];
				let id = m.get(key);
				if (id === void 0) m.set(key, id = m.size + 1);
				pre.push(id);
			});
		}
		for (let k = len - 1; k >= 0; k--) {
			const m = /* @__PURE__ */ new Map();
			ids.forEach((r, i) => {
				if (k >= r.length) return;
				const { suf } = keys[i];
				const key = suf[k + 1] * P + r[k];
				let id = m.get(key);
				if (id === void 0) m.set(key, id = m.size + 1);
				suf[k] = id;
			});
		}
		return keys;
	}
	preprocess(globParts) {
		if (this.options.noglobstar) {
			for (const partset of globParts) for (let j = 0; j < partset.length; j++) if (partset[j] === "**") partset[j] = "*";
		}
		const { optimizationLevel = 1 } = this.options;
		if (optimizationLevel >= 2) {
			globParts = this.firstPhasePreProcess(globParts);
			globParts = this.secondPhasePreProcess(globParts);
		} else if (optimizationLevel >= 1) globParts = this.levelOneOptimize(globParts);
		else globParts = this.adjascentGlobstarOptimize(globParts);
		return globParts;
	}
	adjascentGlobstarOptimize(globParts) {
		return globParts.map((parts) => {
			let gs = -1;
			while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
				let i = gs;
				while (parts[i + 1] === "**") i++;
				if (i !== gs) parts.splice(gs, i - gs);
			}
			return parts;
		});
	}
	levelOneOptimize(globParts) {
		return globParts.map((parts) => {
			const root = this.#rootIndex(parts) + 1;
			parts = parts.reduce((set, part) => {
				const prev = set[set.length - 1];
				if (part === "**" && prev === "**") return set;
				if (part === "..") {
					if (set.length > root && prev && prev !== ".." && prev !== "." && prev !== "**") {
						set.pop();
						return set;
					}
				}
				set.push(part);
				return set;
			}, []);
			return parts.length === 0 ? [""] : parts;
		});
	}
	#canMatch(f) {
		const sep = !this.isWindows || !f.includes("\\") ? "/" : f.includes("/") ? "both" : "\\";
		let ends = this.#endCheck ? 0 : -1;
		let last = "";
		let lastStart = 0;
		let prev;
		let prevStart = 0;
		const dot = !!this.options.dot;
		ROWS: for (let r = 0; r < this.set.length; r++) {
			const row = this.set[r];
			const p = row[row.length - 1];
			let end = ends !== -1 && this.#endRows[r] && p !== GLOBSTAR;
			if (end && ends === 0) {
				const i = lastSep(f, f.length, sep);
				lastStart = i + 1;
				last = f.slice(lastStart);
				if (last === "" && i >= 0) {
					let j = i;
					while (j > 0 && isSep(f.charCodeAt(j - 1), sep)) j--;
					prevStart = j === 0 ? 0 : lastSep(f, j - 1, sep) + 1;
					prev = f.slice(prevStart, j);
				}
				const resolves = this.#level2 && (isDots(last) || last === "" && prev !== void 0 && isDots(prev));
				ends = resolves ? -1 : 1;
				end = !resolves;
			}
			let tailStart = -1;
			if (end && typeof p === "string") {
				tailStart = endIndex(p, last, lastStart, prev, prevStart);
				if (tailStart === -1) continue;
			}
			if (this.#literalCheck) {
				for (const l of this.#literals[r]) if (!f.includes(l)) continue ROWS;
			}
			if (end && typeof p === "object") {
				tailStart = endIndex(p, last, lastStart, prev, prevStart);
				if (tailStart === -1) continue;
			}
			const shape = this.#shapes[r];
			if (shape === "base" && end) return "yes";
			if (shape === "tail" && end) {
				if (this.#level2 && dotPortion(f, 0, tailStart, true, sep)) return "maybe";
				if (!dotPortion(f, 0, tailStart, dot, sep)) return "yes";
				continue;
			}
			if (shape === "mid" || shape === "head") {
				const m = this.#walk(f, row, shape === "head", dot, sep);
				if (m !== "no") return m;
				continue;
			}
			return "maybe";
		}
		return "no";
	}
	#matchShape(file, row, shape) {
		const dot = !!this.options.dot;
		const n = file.length;
		if (shape === "head") {
			if (n < 2 || !portionMatch(row[0], file[0])) return false;
			for (let i = 1; i < n; i++) if (!walkable(file[i], dot)) return false;
			return true;
		}
		const x = row[1];
		if (shape === "tail") {
			let t = n - 1;
			if (!portionMatch(x, file[t])) {
				if (file[t] !== "" || n === 1 || !portionMatch(x, file[--t])) return false;
			}
			for (let i = 0; i < t; i++) if (!walkable(file[i], dot)) return false;
			return true;
		}
		for (let k = 0; k < n; k++) {
			if (portionMatch(x, file[k]) && k + 1 < n) {
				let i = k + 1;
				while (i < n && walkable(file[i], dot)) i++;
				if (i === n) return true;
			}
			if (!walkable(file[k], dot)) return false;
		}
		return false;
	}
	#walk(f, row, head, dot, sep) {
		if (this.#level2 && dotPortion(f, 0, f.length, true, sep)) return "maybe";
		const x = row[head ? 0 : 1];
		let s = 0;
		for (let e = nextSep(f, s, sep); e !== -1; e = nextSep(f, s, sep)) {
			let next = e + 1;
			while (next < f.length && isSep(f.charCodeAt(next), sep)) next++;
			if ((typeof x === "string" ? e - s === x.length && f.startsWith(x, s) : e > s && x.testUnchecked(f.slice(s, e))) && !dotPortion(f, next, f.length, dot, sep)) return "yes";
			if (head || dotPortion(f, s, next, dot, sep)) return "no";
			s = next;
		}
		return "no";
	}
	#cachedSplit(f) {
		const last = lastSplit;
		return last?.f === f && last.isWindows === this.isWindows && last.preserveMultipleSlashes === this.preserveMultipleSlashes && last.normalize === this.#form ? last : void 0;
	}
	#split(f) {
		const { isWindows, preserveMultipleSlashes } = this;
		let parts = this.#slashSplit(isWindows ? f.split("\\").join("/") : f);
		const normalize = this.#form;
		if (normalize) parts = parts.map((p) => p.normalize(normalize));
		lastSplit = {
			f,
			isWindows,
			preserveMultipleSlashes,
			normalize,
			parts
		};
		return lastSplit;
	}
	#levelTwoFileOptimize(file) {
		const parts = [...file];
		let didSomething = false;
		do {
			didSomething = false;
			if (!this.preserveMultipleSlashes) {
				for (let i = 1; i < parts.length - 1; i++) {
					const p = parts[i];
					if (i === 1 && p === "" && parts[0] === "") continue;
					if (p === "." || p === "") {
						didSomething = true;
						parts.splice(i, 1);
						i--;
					}
				}
				if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
					didSomething = true;
					parts.pop();
				}
			}
			const root = this.#rootIndex(parts) + 1;
			let dd = root;
			while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
				const p = parts[dd - 1];
				if (p && p !== "." && p !== ".." && p !== "**") {
					didSomething = true;
					parts.splice(dd - 1, 2);
					dd = Math.max(dd - 2, root);
				}
			}
		} while (didSomething);
		return parts.length === 0 ? [""] : parts;
	}
	firstPhasePreProcess(globParts) {
		const { braceExpandMax = DEFAULT_BRACE_EXPAND_MAX } = this.options;
		let splitCells = 0;
		const maxSplitCells = 1e6;
		let didSomething = false;
		do {
			didSomething = false;
			for (let parts of globParts) {
				let gs = -1;
				while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
					let gss = gs;
					while (parts[gss + 1] === "**") gss++;
					if (gss > gs) parts.splice(gs + 1, gss - gs);
					let next = parts[gs + 1];
					const p = parts[gs + 2];
					const p2 = parts[gs + 3];
					if (next !== "..") continue;
					if (!p || p === "." || p === ".." || !p2 || p2 === "." || p2 === "..") continue;
					const addedCells = parts.length - 1;
					if (globParts.length >= braceExpandMax || splitCells + addedCells > maxSplitCells) throw new RangeError(`optimizationLevel 2: too many patterns from '**/..'`);
					didSomething = true;
					parts.splice(gs, 1);
					const other = parts.slice(0);
					other[gs] = "**";
					splitCells += addedCells;
					globParts.push(other);
					gs--;
				}
				if (!this.preserveMultipleSlashes) {
					for (let i = 1; i < parts.length - 1; i++) {
						const p = parts[i];
						if (i === 1 && p === "" && parts[0] === "") continue;
						if (p === "." || p === "") {
							didSomething = true;
							parts.splice(i, 1);
							i--;
						}
					}
					if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
						didSomething = true;
						parts.pop();
					}
				}
				const root = this.#rootIndex(parts) + 1;
				let dd = root;
				while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
					const p = parts[dd - 1];
					if (p && p !== "." && p !== ".." && p !== "**") {
						didSomething = true;
						const splin = dd === 1 && parts[dd + 1] === "**" ? ["."] : [];
						parts.splice(dd - 1, 2, ...splin);
						if (parts.length === 0) parts.push("");
						dd = Math.max(dd - 2, root);
					}
				}
			}
		} while (didSomething);
		return globParts;
	}
	secondPhasePreProcess(globParts) {
		const keys = /* @__PURE__ */ new Set();
		const rows = globParts.filter((parts) => {
			const key = parts.join("/");
			if (keys.has(key)) return false;
			keys.add(key);
			return true;
		});
		const stars = /* @__PURE__ */ new Map();
		for (const parts of rows) {
			const s = [];
			for (let i = 0; i < parts.length; i++) if (parts[i] === "*") s.push(i);
			if (s.length) stars.set(s.join(","), s);
		}
		if (!stars.size || rows.length * stars.size > 1e5) return rows;
		const { dot } = this.options;
		return rows.filter((parts) => {
			for (const s of stars.values()) {
				if (s[s.length - 1] >= parts.length) continue;
				const c = [...parts];
				let ok = true;
				let changed = false;
				for (const i of s) {
					const p = parts[i];
					if (p === "*") continue;
					if (!p || p === "**" || !dot && p.startsWith(".")) {
						ok = false;
						break;
					}
					c[i] = "*";
					changed = true;
				}
				if (ok && changed && keys.has(c.join("/"))) return false;
			}
			return true;
		});
	}
	parseNegate() {
		if (this.nonegate) return;
		const pattern = this.pattern;
		let negate = false;
		let negateOffset = 0;
		for (let i = 0; i < pattern.length && pattern.charAt(i) === "!"; i++) {
			negate = !negate;
			negateOffset++;
		}
		if (negateOffset) this.pattern = pattern.slice(negateOffset);
		this.negate = negate;
	}
	#matchRow(file, resolved, pattern, partial) {
		let fileStartIndex = 0;
		let patternStartIndex = 0;
		const fh = this.isWindows ? uncHost(resolved) : -1;
		const ph = fh === -1 ? -1 : uncHost(pattern);
		if (ph !== -1) {
			const host = pattern[ph];
			const share = pattern[ph + 1];
			if (typeof host !== "string" || typeof share !== "string") {
				fileStartIndex = fh;
				patternStartIndex = ph;
			} else if (resolved[fh].toLowerCase() === host.toLowerCase() && resolved[fh + 1].toLowerCase() === share.toLowerCase()) {
				fileStartIndex = fh + 2;
				patternStartIndex = ph + 2;
			}
		} else if (this.isWindows) {
			const fileDrive = typeof file[0] === "string" && /^[a-z]:$/i.test(file[0]);
			const fileUNC = !fileDrive && file[0] === "" && file[1] === "" && file[2] === "?" && /^[a-z]:$/i.test(file[3]);
			const patternDrive = typeof pattern[0] === "string" && /^[a-z]:$/i.test(pattern[0]);
			const patternUNC = !patternDrive && pattern[0] === "" && pattern[1] === "" && pattern[2] === "?" && typeof pattern[3] === "string" && /^[a-z]:$/i.test(pattern[3]);
			const fdi = fileUNC ? 3 : fileDrive ? 0 : void 0;
			const pdi = patternUNC ? 3 : patternDrive ? 0 : void 0;
			if (typeof fdi === "number" && typeof pdi === "number") {
				const [fd, pd] = [file[fdi], pattern[pdi]];
				if (fd.toLowerCase() === pd.toLowerCase()) {
					patternStartIndex = pdi + 1;
					fileStartIndex = fdi + 1;
				}
			}
		}
		file = resolved;
		if (pattern.includes(GLOBSTAR)) return this.#matchGlobstar(file, pattern, partial, fileStartIndex, patternStartIndex);
		return this.#matchOne(file, pattern, partial, fileStartIndex, patternStartIndex);
	}
	#matchGlobstar(file, pattern, partial, fileIndex, patternIndex) {
		const { head, body, tail, segments } = this.#getGlobstarParts(pattern, partial, patternIndex);
		if (head.length) {
			const headEnd = fileIndex + head.length;
			if (!this.#matchOne(file, head, partial, fileIndex, 0, headEnd)) return false;
			fileIndex += head.length;
			patternIndex += head.length;
		}
		let fileTailMatch = 0;
		if (tail.length) {
			if (tail.length + fileIndex > file.length) return false;
			let tailStart = file.length - tail.length;
			if (this.#matchOne(file, tail, partial, tailStart, 0)) fileTailMatch = tail.length;
			else {
				if (file[file.length - 1] !== "" || fileIndex + tail.length === file.length) return false;
				tailStart--;
				if (!this.#matchOne(file, tail, partial, tailStart, 0)) return false;
				fileTailMatch = tail.length + 1;
			}
		}
		if (!body.length) {
			let sawSome = !!fileTailMatch;
			for (let i = fileIndex; i < file.length - fileTailMatch; i++) {
				const f = String(file[i]);
				sawSome = true;
				if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) return false;
			}
			return partial || sawSome;
		}
		return !!this.#matchGlobStarBodySections(file, segments, file.length - fileTailMatch, fileIndex, 0, partial, 0, !!fileTailMatch, /* @__PURE__ */ new Set());
	}
	#getGlobstarParts(pattern, partial, patternIndex) {
		let byStart = this.#globstarParts.get(pattern);
		if (!byStart) {
			byStart = [];
			this.#globstarParts.set(pattern, byStart);
		}
		const key = patternIndex * 2 + (partial ? 1 : 0);
		const found = byStart[key];
		if (found) return found;
		const firstgs = pattern.indexOf(GLOBSTAR, patternIndex);
		const lastgs = pattern.lastIndexOf(GLOBSTAR);
		const head = pattern.slice(patternIndex, firstgs);
		const body = pattern.slice(firstgs + 1, partial ? void 0 : lastgs);
		const tail = partial ? [] : pattern.slice(lastgs + 1);
		const segments = [[[], 0]];
		let current = segments[0];
		let nonGsParts = 0;
		const nonGsPartsSums = [0];
		for (const b of body) if (b === GLOBSTAR) {
			nonGsPartsSums.push(nonGsParts);
			current = [[], 0];
			segments.push(current);
		} else {
			current[0].push(b);
			nonGsParts++;
		}
		segments.forEach((b, i) => {
			b[1] = nonGsParts - nonGsPartsSums[i];
		});
		const parts = {
			head,
			body,
			tail,
			segments
		};
		byStart[key] = parts;
		return parts;
	}
	#matchGlobStarBodySections(file, bodySegments, fileLength, fileIndex, bodyIndex, partial, globStarDepth, sawTail, tried) {
		const bs = bodySegments[bodyIndex];
		if (!bs) {
			if (partial) return fileIndex >= fileLength || fileIndex === fileLength - 1 && file[fileIndex] === "";
			for (let i = fileIndex; i < fileLength; i++) {
				sawTail = true;
				const f = file[i];
				if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) return false;
			}
			return sawTail;
		}
		const [body, need] = bs;
		const after = partial ? fileLength : fileLength - need;
		while (fileIndex <= after) {
			const key = bodyIndex * (file.length + 1) + fileIndex;
			if (tried.has(key)) return false;
			tried.add(key);
			if (this.#matchOne(file, body, partial, fileIndex, 0, fileIndex + body.length) && globStarDepth < this.maxGlobstarRecursion) {
				const sub = this.#matchGlobStarBodySections(file, bodySegments, fileLength, fileIndex + body.length, bodyIndex + 1, partial, globStarDepth + 1, sawTail, tried);
				if (sub !== false) return sub;
			}
			if (fileIndex === after) break;
			const f = file[fileIndex];
			if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) return false;
			fileIndex++;
		}
		return partial || null;
	}
	#matchOne(file, pattern, partial, fileIndex, patternIndex, fileEnd = file.length) {
		let fi;
		let pi;
		let pl;
		let fl;
		for (fi = fileIndex, pi = patternIndex, fl = Math.min(fileEnd, file.length), pl = pattern.length; fi < fl && pi < pl; fi++, pi++) {
			let p = pattern[pi];
			let f = file[fi];
			/* c8 ignore start */
			if (p === false || p === GLOBSTAR) return false;
			/* c8 ignore stop */
			if (!portionMatch(p, f)) return false;
		}
		if (fi === fl && pi === pl) return true;
		else if (fi === fl) return partial;
		else if (pi === pl) return fi === fl - 1 && file[fi] === "";
		else throw new Error("wtf?");
		/* c8 ignore stop */
	}
	braceExpand() {
		return braceExpand(this.pattern, this.options);
	}
	#expandBraces() {
		const { pattern } = this;
		if (this.options.nobrace) return this.braceExpand();
		let code = 57344;
		while (pattern.includes(String.fromCharCode(code))) if (++code > 63743) return this.braceExpand();
		const mark = String.fromCharCode(code);
		let found = false;
		const marked = pattern.replace(rangeRe, (m, lo, hi) => {
			const a = Number(lo);
			const b = Number(hi);
			if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b) || Math.abs(a - b) + 1 < RANGE_MIN) return m;
			found = true;
			return `${mark}${lo}..${hi}${mark}`;
		});
		if (!found) return this.braceExpand();
		const set = braceExpand(marked, this.options);
		for (const p of set) for (const portion of p.split("/")) {
			const c = portion.indexOf("[");
			if (c !== -1 && c < portion.lastIndexOf(mark)) return this.braceExpand();
			if (!this.options.noext && inRepeatOrNegExt(portion, mark)) return this.braceExpand();
		}
		this.#rangeMark = mark;
		return set;
	}
	parse(pattern) {
		assertValidPattern(pattern);
		const options = this.options;
		if (pattern === "**") return GLOBSTAR;
		if (pattern === "") return "";
		const { nocase, nocaseMagicOnly, noext = false, dot, normalize } = options;
		const rangeMark = this.#rangeMark;
		const lit = rangeMark && pattern.includes(rangeMark) ? void 0 : literal(pattern, noext);
		if (lit !== void 0 && !(nocase && !nocaseMagicOnly && pattern.toUpperCase() !== pattern.toLowerCase())) return this.#norm(lit);
		if (this.#pending) return PENDING;
		let m = this.#matchers.get(pattern);
		if (!m) {
			if (!noext) assertValidExtglobs(pattern);
			m = new Matcher(pattern, {
				nocase,
				noext,
				dot,
				normalize,
				...rangeMark && { rangeMark }
			});
			this.#matchers.set(pattern, m);
		}
		return m;
	}
	#slashSplit(p) {
		if (this.preserveMultipleSlashes) return p.split("/");
		else if (this.isWindows && /^\/\/[^/]+/.test(p)) return ["", ...p.split(/\/+/)];
		else return p.split(/\/+/);
	}
	match(f, partial = this.partial) {
		if (this.comment) return false;
		if (this.empty) return f === "";
		if (f === "/" && partial) return true;
		const options = this.options;
		let split = this.#cachedSplit(f);
		if (!split) {
			if (!partial && !this.#form && (this.#endCheck || this.#literalCheck) && lastChecked !== f) {
				lastChecked = f;
				const can = this.#canMatch(f);
				if (can === "no") return options.flipNegate ? false : this.negate;
				if (can === "yes") return options.flipNegate ? true : !this.negate;
			}
			split = this.#split(f);
		}
		const ff = split.parts;
		const resolved = this.#level2 ? split.resolved ??= this.#levelTwoFileOptimize(ff) : ff;
		const set = this.set;
		let filename = ff[ff.length - 1];
		if (!filename) for (let i = ff.length - 2; !filename && i >= 0; i--) filename = ff[i];
		for (let r = 0; r < set.length; r++) {
			const pattern = set[r];
			const shape = partial ? void 0 : this.#shapes[r];
			if (shape === "base" ? portionMatch(pattern[0], filename) : shape ? this.#matchShape(resolved, pattern, shape) : options.matchBase && pattern.length === 1 ? this.#matchRow([filename], [filename], pattern, partial) : this.#matchRow(ff, resolved, pattern, partial)) {
				if (options.flipNegate) return true;
				return !this.negate;
			}
		}
		if (options.flipNegate) return false;
		return this.negate;
	}
	static defaults(def) {
		return minimatch.defaults(def).Minimatch;
	}
};
/* c8 ignore stop */
minimatch.Minimatch = Minimatch;
minimatch.escape = escape$1;
minimatch.unescape = unescape;

// src/core/policy/globs.ts
const OPTIONS = {
	dot: true,
	nocase: false,
	nonegate: true,
	nocomment: true,
	platform: "linux"
};
/**
* Compiles globs: `*` within a path segment, `**` over segments, `?`, `[abc]`, `{a,b}`; case matters, a leading dot is
* nothing special. A leading `!` or `#` is taken literally. Each is compiled when it is first needed: most rules of a
* policy are never asked about more than their kind.
*/
function compileGlobs(patterns) {
	const matchers = patterns.map(compileGlob);
	return {
		patterns,
		matches: (text) => matchers.some((matches) => matches(text))
	};
}
/** What is wrong with a glob, or null. */
function globProblem(pattern) {
	if (pattern === "") return "it is empty";
	if (pattern.length > 1e3) return `it has ${String(pattern.length)} characters; at most 1000 are read`;
	if (pattern.startsWith("!")) return "a leading \"!\" does not negate here";
	if (pattern.startsWith("/")) return "paths and names do not start with \"/\"";
	return unclosedBracket(pattern) ?? expansionProblem(pattern);
}
/** Names with single slashes between them, nothing of which a pattern could read in another way. */
const PLAIN = /^\.?\w[\w.-]*(?:\/\.?\w[\w.-]*)*$/;
/** The plain segments that a pattern starts with; no later `..` may take one of them back. */
const START = /^(?:\.?\w[\w.-]*\/)*(?!.*\.\.)/s;
/** Between plain texts matching is being equal, and what starts otherwise never matches: neither takes compiling. */
function compileGlob(pattern) {
	let matcher;
	return (text) => {
		if (PLAIN.test(text)) {
			if (PLAIN.test(pattern)) return text === pattern;
			if (!text.startsWith(START.exec(pattern)?.[0] ?? "")) return false;
		}
		matcher ??= new Minimatch(pattern, OPTIONS);
		return matcher.match(text);
	};
}
function unclosedBracket(pattern) {
	for (const [open, close] of [["[", "]"], ["{", "}"]]) if (depthOf(pattern, open, close) !== 0) return `"${open}" and "${close}" do not pair`;
	return null;
}
function depthOf(pattern, open, close) {
	let depth = 0;
	for (let at = 0; at < pattern.length; at += 1) {
		if (pattern[at] === "\\") at += 1;
		else if (pattern[at] === open) depth += 1;
		else if (pattern[at] === close) depth -= 1;
		if (depth < 0) return depth;
	}
	return depth;
}
function expansionProblem(pattern) {
	return new Minimatch(pattern, OPTIONS).set.length === 0 ? "it matches nothing" : null;
}

// src/core/policy/compile-match.ts
/** A match that holds everywhere. */
const ANYWHERE = {
	kinds: null,
	namespaces: null,
	names: null,
	environments: null,
	clusters: null,
	operations: null,
	verbs: null,
	files: null,
	issues: null
};
/** Checks the globs of a match, unless `checked` is false, and makes it ready to run. */
function compileMatch(written, pointer, report, checked) {
	if (checked) reportMatch(written, pointer, report);
	const globs = (key) => {
		const patterns = written[key];
		if (patterns === void 0) return null;
		return checked ? compileGlobList(patterns, `${pointer}/${key}`, report) : compileGlobs(patterns);
	};
	return {
		kinds: globs("kinds"),
		namespaces: globs("namespaces"),
		names: globs("names"),
		environments: globs("environments"),
		clusters: globs("clusters"),
		operations: written.operations ?? null,
		verbs: written.verbs ?? null,
		files: globs("files"),
		issues: globs("issues")
	};
}
/** What a rule with this match looks at. Files and issues are no objects: a match of both is a mistake. */
function targetOf$6(written, pointer, report) {
	const target = written.issues ? "issues" : written.files ? "files" : "objects";
	if (target === "objects") return target;
	for (const key of [
		"kinds",
		"namespaces",
		"names",
		"verbs",
		...target === "issues" ? ["files"] : []
	]) {
		if (!(key in written)) continue;
		const text = `A match of "${target}" has no "${key}"; make two rules of it.`;
		report.add(`${pointer}/${key}`, {
			code: "policy.mixed-match",
			text
		});
	}
	return target;
}
/** Compiles a list of globs; bad ones are reported and left out. */
function compileGlobList(patterns, pointer, report) {
	const good = patterns.filter((pattern, index) => {
		const problem = globProblem(pattern);
		if (problem === null) return true;
		const text = `The glob "${pattern.slice(0, 100)}" cannot be used: ${problem}.`;
		report.add(`${pointer}/${String(index)}`, {
			code: "policy.bad-glob",
			text
		});
		return false;
	});
	return compileGlobs(good);
}
function reportMatch(written, pointer, report) {
	reportEmptyLists(written, pointer, report);
	for (const [index, kind] of (written.kinds ?? []).entries()) reportKind(kind, `${pointer}/kinds/${String(index)}`, report);
}
function reportEmptyLists(written, pointer, report) {
	for (const [key, list] of Object.entries(written)) {
		if (!Array.isArray(list) || list.length > 0) continue;
		const text = `An empty "${key}" matches nothing, so this never applies. Remove the key or fill the list.`;
		report.warn(`${pointer}/${key}`, {
			code: "policy.empty-match",
			text
		});
	}
}
/** A kind without its group would silently match nothing. */
function reportKind(kind, pointer, report) {
	if (/^[^/]+\/[^/]+$/.test(kind) && !/^v\d\w*\//.test(kind)) return;
	const parts = kind.split("/").filter((part) => part !== "");
	const name = parts.at(-1) ?? "*";
	const suggestion = `${parts.length === 3 ? parts[0] ?? "*" : /^v\d/.test(parts[0] ?? "") ? "core" : "*"}/${name}`;
	const text = `The kind "${kind.slice(0, 100)}" is not written as group/Kind; did you mean "${suggestion}"?`;
	report.add(pointer, {
		code: "policy.bad-kind",
		text,
		suggestion
	});
}

// src/core/policy/rule-names.ts
/** Reports a rule that does not exist or that nothing may touch; says whether it may be touched. */
function reportRuleName(from, name, pointer, rules, what) {
	const rule = rules.get(name);
	if (!rule) {
		const near = didYouMean(name, rules.keys());
		const sentence = withSuggestion(`there is no rule "${name.slice(0, 200)}"`, near, `this policy has ${String(rules.size)} rules`);
		from.report.add(pointer, {
			code: "policy.unknown-rule",
			...sentence
		});
		return false;
	}
	if (!rule.locked) return true;
	const text = `The rule "${name}" is locked: it guards the gate itself, so it takes no ${what.replace(/^an /, "")}. Remove this entry.`;
	from.report.add(pointer, {
		code: "policy.locked-rule",
		text
	});
	return false;
}

// src/core/policy/compile-exceptions.ts
/** Checks the exceptions of one document. Whether one is over is known when a decision is made, not here. */
function compileExceptions(from, rules) {
	return (from.document.spec.exceptions ?? []).flatMap((written, index) => {
		const pointer = `/spec/exceptions/${String(index)}`;
		reportRuleName(from, written.rule, `${pointer}/rule`, rules, "an exception");
		reportBlank(from, {
			owner: written.owner,
			reason: written.reason
		}, pointer);
		const expiresAt = endOf(written.until);
		if (expiresAt === void 0) {
			const text = `"${written.until.slice(0, 100)}" is no day and no moment; write 2026-12-31 or 2026-12-31T18:00:00Z.`;
			from.report.add(`${pointer}/until`, {
				code: "policy.bad-date",
				text
			});
			return [];
		}
		return [{
			rule: written.rule,
			match: written.match ? compileMatch(written.match, `${pointer}/match`, from.report, true) : ANYWHERE,
			until: written.until,
			expiresAt,
			owner: written.owner,
			reason: written.reason
		}];
	});
}
/** A day counts to its end in UTC; a moment is the end itself. */
function endOf(until) {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(until)) return parseInstant(until);
	const midnight = parseInstant(`${until}T00:00:00Z`);
	return midnight === void 0 ? void 0 : plus(midnight, DAY);
}
function reportBlank(from, texts, pointer) {
	for (const [key, text] of Object.entries(texts)) {
		if (text.trim() !== "") continue;
		const sentence = `"${key}" is empty; an exception says who answers for it and why.`;
		from.report.add(`${pointer}/${key}`, {
			code: "policy.missing-key",
			text: sentence
		});
	}
}

// src/core/policy/default-requirements.ts
/** How far ahead a window may be booked where the policy does not say. */
const BOOK_AHEAD = 7 * DAY;
/**
* What a severity needs when no policy says anything about it. Low needs nothing; medium one code owner; high one code
* owner who wrote none of it and a window of at most four hours; critical two such owners and at most one hour.
*/
const DEFAULT_REQUIREMENTS = /* @__PURE__ */ new Map([
	["medium", {
		approvals: [codeOwners("medium", 1)],
		distinct: null,
		window: null
	}],
	["high", {
		approvals: [codeOwners("high", 1)],
		distinct: null,
		window: windowOf("high", 4 * HOUR)
	}],
	["critical", {
		approvals: [codeOwners("critical", 2)],
		distinct: null,
		window: windowOf("critical", HOUR)
	}]
]);
/** At these severities nobody who wrote a part of the change may approve it or open its window. */
function excludesCommitters(severity) {
	return severity === "high" || severity === "critical";
}
function codeOwners(severity, count) {
	return {
		entry: `default.${severity}.approvals[0]`,
		from: ["codeowners"],
		count,
		strict: false,
		excludeCommitters: excludesCommitters(severity)
	};
}
function windowOf(severity, max) {
	return {
		entry: `default.${severity}.window`,
		max,
		bookAhead: BOOK_AHEAD,
		openedBy: null,
		excludeCommitters: excludesCommitters(severity)
	};
}

// src/core/policy/compile-needs.ts
/** Checks `requirements` and makes them ready to be asked. */
function compileRequirements(written, place) {
	const requirements = /* @__PURE__ */ new Map();
	for (const severity of SEVERITIES) {
		const needs = written[severity];
		if (!needs) continue;
		const below = {
			...place,
			pointer: `${place.pointer}/${severity}`,
			name: `${place.name}.${severity}`
		};
		requirements.set(severity, compileNeeds(needs, severity, below));
	}
	return requirements;
}
/** Reports owners that nobody can be: only `codeowners`, `@user` and `@org/team` exist. */
function reportOwners(owners, pointer, report) {
	for (const [index, owner] of owners.entries()) {
		if (owner === "codeowners" || /^@[A-Za-z\d](?:[\w-]*)(?:\/[\w.-]+)?(?:\[bot\])?$/.test(owner)) continue;
		const text = `"${owner.slice(0, 100)}" is nobody; write codeowners, @user or @org/team`;
		const guess = `@${owner}`;
		const looksRight = /^[A-Za-z\d][\w-]*(?:\/[\w.-]+)?$/.test(owner);
		report.add(`${pointer}/${String(index)}`, {
			code: "policy.bad-owner",
			text: looksRight ? `${text}; did you mean "${guess}"?` : `${text}.`,
			...looksRight ? { suggestion: guess } : {}
		});
	}
}
function compileNeeds(written, severity, place) {
	return {
		approvals: (written.approvals ?? []).map((entry, index) => compileApproval(entry, severity, {
			...place,
			pointer: `${place.pointer}/approvals/${String(index)}`,
			name: `${place.name}.approvals[${String(index)}]`
		})),
		distinct: written.distinct === true ? place.name : null,
		window: written.window ? compileWindow(written.window, severity, place) : null
	};
}
function compileApproval(written, severity, place) {
	reportOwners(written.from, `${place.pointer}/from`, place.report);
	if (written.from.length === 0) place.report.warn(`${place.pointer}/from`, {
		code: "policy.empty-from",
		text: "An empty \"from\" is nobody, so this can never be met. Name who may approve."
	});
	return {
		entry: place.name,
		from: written.from,
		count: written.count ?? 1,
		strict: written.strict ?? false,
		excludeCommitters: written.excludeCommitters ?? excludesCommitters(severity)
	};
}
function compileWindow(written, severity, place) {
	const pointer = `${place.pointer}/window`;
	if (written.openedBy) {
		reportOwners(written.openedBy, `${pointer}/openedBy`, place.report);
		reportNoOpener(written.openedBy, `${pointer}/openedBy`, place.report);
	}
	return {
		entry: `${place.name}.window`,
		max: durationAt(written.max, `${pointer}/max`, place.report),
		bookAhead: written.bookAhead === void 0 ? BOOK_AHEAD : durationAt(written.bookAhead, `${pointer}/bookAhead`, place.report),
		openedBy: written.openedBy ?? null,
		excludeCommitters: excludesCommitters(severity)
	};
}
function reportNoOpener(openedBy, pointer, report) {
	if (openedBy.length > 0) return;
	report.warn(pointer, {
		code: "policy.empty-from",
		text: "An empty \"openedBy\" is nobody, so no window can ever open. Name who may open it."
	});
}
function durationAt(text, pointer, report) {
	const duration = parseDuration(text);
	if (duration !== void 0) return duration;
	const sentence = `"${text.slice(0, 100)}" is no duration; write it as 30m, 4h, 1h30m or 7d.`;
	report.add(pointer, {
		code: "policy.bad-duration",
		text: sentence
	});
	return 0;
}

// src/core/policy/merge-environments.ts
/** The environments of all documents, in their order; a name may be there once. */
function mergeEnvironments(documents) {
	const environments = [];
	for (const from of documents) for (const [index, written] of (from.document.spec.environments ?? []).entries()) {
		const pointer = `/spec/environments/${String(index)}`;
		if (environments.some((known) => known.name === written.name)) {
			const text = `The environment "${written.name}" is defined twice. Rename one, or join their paths.`;
			from.report.add(`${pointer}/name`, {
				code: "policy.duplicate-name",
				text
			});
			continue;
		}
		environments.push(compileEnvironment(from, written, pointer));
	}
	return environments;
}
/** Warns of environments that rules name and nobody defines: such a rule never applies. */
function reportUnknownEnvironments(documents, environments) {
	for (const from of documents) for (const [index, rule] of (from.document.spec.rules ?? []).entries()) for (const [entry, glob] of (rule.match?.environments ?? []).entries()) {
		if (/[*?[{\\]/.test(glob) || environments.some((known) => known.name === glob)) continue;
		const text = `No environment is named "${glob}", so this never matches. Define it under "environments", or correct the name.`;
		from.report.warn(`/spec/rules/${String(index)}/match/environments/${String(entry)}`, {
			code: "policy.unknown-environment",
			text
		});
	}
}
function compileEnvironment(from, written, pointer) {
	if (written.paths.length === 0) {
		const text = `The environment "${written.name}" has no paths, so no file is ever in it. Fill the list.`;
		from.report.warn(`${pointer}/paths`, {
			code: "policy.empty-match",
			text
		});
	}
	return {
		name: written.name,
		cluster: written.cluster ?? null,
		paths: compileGlobList(written.paths, `${pointer}/paths`, from.report),
		namespace: written.namespace ?? "default",
		maxSeverity: written.maxSeverity ?? null,
		requirements: compileRequirements(written.requirements ?? {}, {
			pointer: `${pointer}/requirements`,
			name: `environments.${written.name}.requirements`,
			report: from.report
		})
	};
}

// src/core/policy/merge-manifests.ts
/** Which files are desired state, over all documents: lists add up; two different answers to one question are a mistake. */
function mergeManifests(documents) {
	const include = [];
	const exclude = [];
	const secrets = [];
	let limited = false;
	for (const from of documents) {
		const manifests = from.document.spec.manifests;
		if (manifests?.include) {
			limited = true;
			include.push(...compileGlobList(manifests.include, "/spec/manifests/include", from.report).patterns);
			reportNothingIncluded(from, manifests.include);
		}
		exclude.push(...compileGlobList(manifests?.exclude ?? [], "/spec/manifests/exclude", from.report).patterns);
		secrets.push(...compileGlobList(manifests?.secrets ?? [], "/spec/manifests/secrets", from.report).patterns);
	}
	return {
		include: limited ? compileGlobs(include) : null,
		exclude: compileGlobs(exclude),
		secrets: compileGlobs(secrets.map((pattern) => pattern.toLowerCase())),
		render: {
			kustomize: mergeRendering(documents, "kustomize"),
			helm: mergeRendering(documents, "helm")
		}
	};
}
function reportNothingIncluded(from, include) {
	if (include.length > 0) return;
	from.report.add("/spec/manifests/include", {
		code: "policy.empty-match",
		text: "An empty \"include\" leaves no file to look at. Remove the key or fill the list."
	});
}
function mergeRendering(documents, tool) {
	let merged;
	for (const from of documents) {
		const written = from.document.spec.manifests?.render?.[tool];
		if (written === void 0) continue;
		if (merged !== void 0 && merged !== written) {
			const text = `Whether to render ${tool} is said twice: ${merged} and ${written}. Remove one.`;
			from.report.add(`/spec/manifests/render/${tool}`, {
				code: "policy.duplicate-name",
				text
			});
		}
		merged = written;
	}
	return merged ?? "auto";
}

// src/core/policy/merge-requirements.ts
/**
* What each severity needs: the defaults, then what builtin policies say, then what the repository's say. A severity
* that two documents of the repository define is a mistake.
*/
function mergeRequirements(documents) {
	const merged = new Map(DEFAULT_REQUIREMENTS);
	for (const builtin of [true, false]) {
		const here = /* @__PURE__ */ new Set();
		for (const from of documents.filter((document) => document.source.builtin === builtin)) {
			const place = {
				pointer: "/spec/requirements",
				name: "requirements",
				report: from.report
			};
			for (const [severity, needs] of compileRequirements(from.document.spec.requirements ?? {}, place)) {
				if (here.has(severity)) reportTwice$1(from, severity);
				here.add(severity);
				merged.set(severity, needs);
			}
		}
	}
	return new Map(SEVERITIES.flatMap((severity) => withNeeds(severity, merged.get(severity))));
}
/** The fallback owners of all documents, once each. */
function mergeFallbackOwners(documents) {
	const owners = /* @__PURE__ */ new Set();
	for (const from of documents) {
		const fallback = from.document.spec.owners?.fallback ?? [];
		reportOwners(fallback, "/spec/owners/fallback", from.report);
		for (const [index, owner] of fallback.entries()) if (owner !== "codeowners") owners.add(owner);
		else reportCircular(from, `/spec/owners/fallback/${String(index)}`);
	}
	return [...owners];
}
function withNeeds(severity, needs) {
	return needs ? [[severity, needs]] : [];
}
function reportTwice$1(from, severity) {
	const text = `What "${severity}" needs is defined twice. Make one of both.`;
	from.report.add(`/spec/requirements/${severity}`, {
		code: "policy.duplicate-requirements",
		text
	});
}
function reportCircular(from, pointer) {
	from.report.add(pointer, {
		code: "policy.bad-owner",
		text: "\"codeowners\" cannot stand in for a missing code owner. Name a user or a team."
	});
}

// src/core/policy/parse-change-path.ts
/** The places of a pod that differ by kind. */
const PATH_MACROS = [
	"$pod",
	"$podmeta",
	"$podtemplate",
	"$containers"
];
const MAX_STEPS = 40;
/** Reads a path; the error is the end of a sentence. */
function parseChangePath(text) {
	const steps = [];
	let rest = text;
	while (rest !== "") {
		const step = nextStep(rest, steps.length === 0);
		if (!step) return err(`it cannot be read from "${rest.slice(0, 40)}" on`);
		if (typeof step === "string") return err(step);
		steps.push(...step.steps);
		rest = step.rest;
		if (rest === ".") return err("it ends with a dot");
	}
	if (steps.length === 0) return err("it is empty");
	if (steps.length > MAX_STEPS) return err(`it has more than ${String(MAX_STEPS)} steps`);
	const merged = mergeEach(steps);
	return ok({
		text,
		steps: merged,
		prefixes: prefixesOf(merged)
	});
}
function nextStep(rest, first) {
	if (rest.startsWith("[]")) return first ? void 0 : {
		steps: [{ kind: "each" }],
		rest: rest.slice(2)
	};
	const quoted = /^\[(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\]/.exec(rest);
	if (quoted) return {
		steps: [keyStep(quoted[1] ?? quoted[2] ?? "")],
		rest: rest.slice(quoted[0].length)
	};
	if (first && rest.startsWith("$")) return macroStep(rest);
	const plain = (first ? /^([\w-]+|\*)/ : /^\.([\w-]+|\*)/).exec(rest);
	if (!plain) return void 0;
	return {
		steps: [keyStep(plain[1] ?? "")],
		rest: rest.slice(plain[0].length)
	};
}
function macroStep(rest) {
	const word = /^\$\w*/.exec(rest)?.[0] ?? "";
	const name = PATH_MACROS.find((macro) => macro === word);
	if (!name) return `"${word}" is none of ${PATH_MACROS.join(", ")}`;
	return {
		steps: [{
			kind: "macro",
			name
		}],
		rest: rest.slice(word.length)
	};
}
/** A star at the end stands for any characters, unless a backslash takes that away. */
function keyStep(written) {
	const isPrefix = written.endsWith("*") && !written.endsWith("\\*");
	const text = (isPrefix ? written.slice(0, -1) : written).replaceAll(/\\(.)/g, "$1");
	return isPrefix ? {
		kind: "prefix",
		prefix: text
	} : {
		kind: "key",
		key: text
	};
}
/** `$containers` already means each container, so `$containers[]` says it twice. */
function mergeEach(steps) {
	const [first, second, ...rest] = steps;
	return first?.kind === "macro" && first.name === "$containers" && second?.kind === "each" ? [first, ...rest] : steps;
}
function prefixesOf(steps) {
	const texts = steps.map((step) => JSON.stringify(step));
	return texts.map((_, index) => texts.slice(0, index + 1).join());
}

// src/core/policy/wildcards.ts
/** Patterns for values: `*` is any characters, slashes too, `?` is one, a backslash takes the meaning away. */
function compileWildcards(patterns) {
	let compiled;
	return {
		patterns,
		matches: (text) => {
			compiled ??= patterns.map(tokens);
			return compiled.some((pattern) => fits(pattern, Array.from(text)));
		}
	};
}
function tokens(pattern) {
	const result = [];
	const characters = Array.from(pattern);
	for (let at = 0; at < characters.length; at += 1) {
		const character = characters[at] ?? "";
		if (character === "\\" && at + 1 < characters.length) {
			at += 1;
			result.push({ character: characters[at] ?? "" });
		} else if (character === "*") result.push({ any: "many" });
		else result.push(character === "?" ? { any: "one" } : { character });
	}
	return result;
}
/** Goes back to the latest star only, so the time is at most the product of the lengths. */
function fits(pattern, text) {
	let p = 0;
	let star = -1;
	let resume = 0;
	let t = 0;
	while (t < text.length) {
		const token = pattern[p];
		if (token && "any" in token && token.any === "many") {
			star = p;
			resume = t;
			p += 1;
		} else if (token && ("any" in token || token.character === text[t])) {
			p += 1;
			t += 1;
		} else if (star >= 0) {
			resume += 1;
			t = resume;
			p = star + 1;
		} else return false;
	}
	return pattern.slice(p).every((token) => "any" in token && token.any === "many");
}

// src/core/policy/compile-change.ts
/** Checks the `change` of a rule and makes it ready to run. */
function compileChange(written, pointer, report, checked) {
	if (written.length === 0) report.add(pointer, {
		code: "policy.empty-change",
		text: "An empty \"change\" asks nothing. Remove the key or fill the list."
	});
	return written.map((entry, index) => {
		const at = `${pointer}/${String(index)}`;
		if (entry.any === void 0) return { any: compileTests([entry], () => at, report, checked) };
		reportBesideAny(entry, at, report);
		if (entry.any.length === 0) report.add(`${at}/any`, {
			code: "policy.empty-change",
			text: "An empty \"any\" never holds. Fill the list."
		});
		return { any: compileTests(entry.any, (alternative) => `${at}/any/${String(alternative)}`, report, checked) };
	});
}
function reportBesideAny(entry, pointer, report) {
	for (const key of [
		"path",
		"op",
		"pattern",
		"values",
		"absent"
	]) {
		if (!(key in entry)) continue;
		const text = `"${key}" cannot stand beside "any"; write it in each alternative.`;
		report.add(`${pointer}/${key}`, {
			code: "policy.mixed-change",
			text
		});
	}
}
function compileTests(written, pointerOf, report, checked) {
	return written.flatMap((test, index) => compileTest(test, pointerOf(index), report, checked) ?? []);
}
function compileTest(written, pointer, report, checked) {
	for (const key of ["path", "op"]) {
		if (written[key] !== void 0) continue;
		report.add(`${pointer}/${key}`, {
			code: "policy.missing-key",
			text: `The key "${key}" is missing.`
		});
	}
	if (written.path === void 0 || written.op === void 0) return void 0;
	reportMatchesKeys(written, pointer, report);
	return {
		op: written.op,
		paths: compilePaths(written.path, `${pointer}/path`, report),
		absent: absentValue(written.absent),
		values: written.values === void 0 ? null : compileWildcards(written.values),
		pattern: written.pattern === void 0 ? null : compilePattern(written.pattern, `${pointer}/pattern`, report, checked)
	};
}
function reportMatchesKeys(written, pointer, report) {
	const given = ["pattern", "values"].filter((key) => written[key] !== void 0);
	if (written.op === "matches" && given.length === 0) report.add(`${pointer}/op`, {
		code: "policy.missing-key",
		text: "The operator \"matches\" needs \"values\" (globs) or \"pattern\" (a regular expression)."
	});
	if (written.op === "matches") return;
	for (const key of given) {
		const text = `"${key}" belongs to the operator "matches", not to "${String(written.op)}".`;
		report.add(`${pointer}/${key}`, {
			code: "policy.mixed-change",
			text
		});
	}
}
function compilePaths(written, pointer, report) {
	const texts = typeof written === "string" ? [written] : written;
	if (texts.length === 0) report.add(pointer, {
		code: "policy.bad-path",
		text: "An empty \"path\" leads nowhere. Fill the list."
	});
	return texts.flatMap((text, index) => {
		const path = parseChangePath(text);
		if (path.ok) return [path.value];
		const at = typeof written === "string" ? pointer : `${pointer}/${String(index)}`;
		const sentence = `The path "${text.slice(0, 100)}" cannot be used: ${path.error}.`;
		report.add(at, {
			code: "policy.bad-path",
			text: sentence
		});
		return [];
	});
}
function absentValue(written) {
	return typeof written === "number" && Number.isSafeInteger(written) ? BigInt(written) : written;
}
/** RE2 in linear time, through the engine of the expressions. */
function compilePattern(text, pointer, report, checked) {
	const expression = createExpression(`value.matches(${JSON.stringify(text)})`);
	if (checked && !expression.ask({ value: () => "" }).ok) {
		const sentence = `The pattern "${text.slice(0, 100)}" is no regular expression in the syntax of RE2.`;
		report.add(pointer, {
			code: "policy.bad-pattern",
			text: sentence
		});
	}
	return expression;
}

// src/core/policy/compile-rule.ts
/** Checks one rule and makes it ready to run. `checked` false leaves to their first use what is not needed to pick rules. */
function compileRule(from, written, pointer, checked) {
	const { report, document } = from;
	const match = compileMatch(written.match ?? {}, `${pointer}/match`, report, checked);
	const target = targetOf$6(written.match ?? {}, `${pointer}/match`, report);
	reportMessage(from, written, pointer);
	reportTarget(from, written, target, pointer);
	let change;
	const compiledChange = () => change ??= compileChange(written.change ?? [], `${pointer}/change`, report, checked);
	if (checked && written.change) compiledChange();
	const variables = [...VARIABLES[target], ...written.change ? CHANGE_VARIABLES : []];
	const expression = (key) => {
		const text = written[key];
		if (text === void 0) return null;
		return compileExpression(text, variables, `${pointer}/${key}`, report, checked);
	};
	return {
		id: written.id,
		pack: document.metadata.name,
		severity: written.severity,
		effect: written.effect ?? "require",
		locked: written.locked ?? false,
		narrows: written.narrows ?? false,
		message: written.message ?? "",
		messageExpression: expression("messageExpression"),
		why: written.why ?? "",
		references: written.references ?? [],
		target,
		match: withDefaultOperations(match, written),
		get change() {
			return written.change ? compiledChange() : [];
		},
		when: expression("when")
	};
}
/** Taking an object away is said by `operations: [DELETE]`, so `removed` does not fire for all of its parts. */
function withDefaultOperations(match, written) {
	if (!written.change || match.operations) return match;
	return {
		...match,
		operations: ["CREATE", "UPDATE"]
	};
}
function reportMessage(from, written, pointer) {
	if (!/^[A-Za-z0-9][\w.-]*$/.test(written.id)) {
		const text = `The id "${written.id.slice(0, 100)}" may only have letters, digits, dots, dashes and underscores.`;
		from.report.add(`${pointer}/id`, {
			code: "policy.bad-id",
			text
		});
	}
	if (written.locked === true && !from.source.builtin) {
		const text = `The rule "${written.id}" cannot be locked: only policies that ship with Drawbridge lock rules. Remove the key.`;
		from.report.add(`${pointer}/locked`, {
			code: "policy.not-allowed",
			text
		});
	}
	if ((written.message ?? "").trim() !== "" || written.messageExpression !== void 0) return;
	const text = `The rule "${written.id}" has no message; write "message" or "messageExpression".`;
	from.report.add(`${pointer}/message`, {
		code: "policy.message-missing",
		text
	});
}
function reportTarget(from, written, target, pointer) {
	if (target === "objects" || !written.change) return;
	const text = `A rule that matches "${target}" has no "change": it does not look into objects.`;
	from.report.add(`${pointer}/change`, {
		code: "policy.mixed-match",
		text
	});
}

// src/core/policy/merge-rules.ts
/** The rules of all documents with overrides applied, by id; `all` has those too that an override switches off. */
function mergeRules(documents, checkBuiltin) {
	const all = /* @__PURE__ */ new Map();
	for (const from of documents) {
		const checked = checkBuiltin || !from.source.builtin;
		for (const [index, written] of (from.document.spec.rules ?? []).entries()) {
			const pointer = `/spec/rules/${String(index)}`;
			const rule = compileRule(from, written, pointer, checked);
			const earlier = all.get(rule.id);
			if (earlier) reportTwice(from, rule.id, earlier.pack, pointer);
			else all.set(rule.id, rule);
		}
	}
	const overrides = collectOverrides(documents, all);
	return {
		rules: [...all.values()].flatMap((rule) => applyOverride(rule, overrides.get(rule.id)) ?? []).toSorted((a, b) => a.id < b.id ? -1 : 1),
		all
	};
}
function reportTwice(from, id, pack, pointer) {
	const text = `The rule "${id}" is defined twice; the policy "${pack}" has it already. Rename it, or write an entry of "overrides".`;
	from.report.add(`${pointer}/id`, {
		code: "policy.duplicate-rule",
		text
	});
}
/** Overrides of builtin policies come first, so what a repository says wins. */
function collectOverrides(documents, rules) {
	const merged = /* @__PURE__ */ new Map();
	for (const builtin of [true, false]) {
		const here = /* @__PURE__ */ new Set();
		for (const from of documents.filter((document) => document.source.builtin === builtin)) for (const [index, override] of (from.document.spec.overrides ?? []).entries()) {
			const pointer = `/spec/overrides/${String(index)}`;
			reportOverride(from, override, pointer, here);
			if (!reportRuleName(from, override.rule, `${pointer}/rule`, rules, "an override")) continue;
			here.add(override.rule);
			merged.set(override.rule, {
				...merged.get(override.rule),
				...override
			});
		}
	}
	return merged;
}
function reportOverride(from, override, pointer, here) {
	if (here.has(override.rule)) {
		const text = `The rule "${override.rule}" is overridden twice. Make one entry of both.`;
		from.report.add(`${pointer}/rule`, {
			code: "policy.duplicate-override",
			text
		});
	}
	if (override.severity ?? override.effect ?? override.enabled !== void 0) return;
	const text = `The override of "${override.rule}" changes nothing; write "severity", "effect" or "enabled".`;
	from.report.add(pointer, {
		code: "policy.missing-key",
		text
	});
}
function applyOverride(rule, override) {
	if (!override) return rule;
	if (override.enabled === false) return void 0;
	return {
		...rule,
		severity: override.severity ?? rule.severity,
		effect: override.effect ?? rule.effect
	};
}

// src/core/policy/load-policy.ts
/**
* Makes one policy of several files, of what they extend and of the locked rules. On failure every mistake is there at
* once, by place. Issues of severity low are warnings: they do not fail, and come with the policy.
*/
function loadPolicy(sources, builtin, options = {}) {
	const { documents, names, issues } = collectPolicies(sources, builtin);
	for (const from of documents) reportUnsupported(from);
	const { rules, all } = mergeRules(documents, options.checkBuiltin ?? false);
	const environments = mergeEnvironments(documents);
	reportUnknownEnvironments(documents, environments);
	const merged = {
		digest: digestText(documents.map(({ digest }) => digest).join(" ")),
		sources: names,
		rules,
		manifests: mergeManifests(documents),
		environments,
		requirements: mergeRequirements(documents),
		fallbackOwners: mergeFallbackOwners(documents),
		exceptions: documents.flatMap((from) => compileExceptions(from, all))
	};
	const found = [...issues, ...documents.flatMap((from) => from.report.issues())];
	if (found.some((issue) => issue.severity !== "low")) return err(sortIssues(found));
	return ok({
		...merged,
		warnings: sortIssues([...found, ...noRules(sources, merged)])
	});
}
/** Keys of the language that this version does not carry out. Passing over a freeze in silence would open the gate. */
function reportUnsupported(from) {
	for (const [key, meaning] of [["windows", "Recurring windows and freezes"], ["breakGlass", "Break-glass"]]) {
		if (from.document.spec[key] === void 0) continue;
		const text = `${meaning} ("${key}") are not carried out by this version, and nothing is passed over in silence. Remove the key.`;
		from.report.add(`/spec/${key}`, {
			code: "policy.not-supported",
			text
		});
	}
}
function noRules(sources, policy) {
	const first = sources[0];
	if (!first || policy.rules.some((rule) => !rule.locked)) return [];
	return [{
		code: "policy.no-rules",
		severity: "low",
		path: first.path,
		line: 1,
		column: 1,
		text: "This policy has no rules of its own and extends none, so it finds nothing but changes to the gate itself and unreadable files. Extend builtin:recommended."
	}];
}

// src/core/manifests/cluster-scoped.ts
/** Whether objects of a kind belong to no namespace. Kinds that are not known count as namespaced. */
function isClusterScoped(group, kind) {
	if (ALL_CLUSTER_SCOPED.has(group)) return true;
	return CLUSTER_SCOPED.get(group)?.has(kind) === true;
}
/** Groups in which every kind is one of the cluster. */
const ALL_CLUSTER_SCOPED = /* @__PURE__ */ new Set(["constraints.gatekeeper.sh", "config.openshift.io"]);
const CLUSTER_SCOPED = new Map(Object.entries({
	"": [
		"Namespace",
		"Node",
		"PersistentVolume",
		"ComponentStatus"
	],
	"rbac.authorization.k8s.io": ["ClusterRole", "ClusterRoleBinding"],
	"apiextensions.k8s.io": ["CustomResourceDefinition"],
	"apiregistration.k8s.io": ["APIService"],
	"admissionregistration.k8s.io": [
		"MutatingWebhookConfiguration",
		"ValidatingWebhookConfiguration",
		"ValidatingAdmissionPolicy",
		"ValidatingAdmissionPolicyBinding",
		"MutatingAdmissionPolicy",
		"MutatingAdmissionPolicyBinding"
	],
	"storage.k8s.io": [
		"StorageClass",
		"CSIDriver",
		"CSINode",
		"VolumeAttachment",
		"VolumeAttributesClass"
	],
	"scheduling.k8s.io": ["PriorityClass"],
	"node.k8s.io": ["RuntimeClass"],
	"networking.k8s.io": [
		"IngressClass",
		"IPAddress",
		"ServiceCIDR"
	],
	"flowcontrol.apiserver.k8s.io": ["FlowSchema", "PriorityLevelConfiguration"],
	"certificates.k8s.io": ["CertificateSigningRequest", "ClusterTrustBundle"],
	"resource.k8s.io": ["DeviceClass", "ResourceSlice"],
	"authentication.k8s.io": ["TokenReview", "SelfSubjectReview"],
	"authorization.k8s.io": [
		"SubjectAccessReview",
		"SelfSubjectAccessReview",
		"SelfSubjectRulesReview"
	],
	policy: ["PodSecurityPolicy"],
	extensions: ["PodSecurityPolicy"],
	"internal.apiserver.k8s.io": ["StorageVersion"],
	"storagemigration.k8s.io": ["StorageVersionMigration"],
	"gateway.networking.k8s.io": ["GatewayClass"],
	"kustomize.config.k8s.io": ["Kustomization", "Component"],
	"cert-manager.io": ["ClusterIssuer"],
	"kyverno.io": ["ClusterPolicy", "ClusterCleanupPolicy"],
	"policies.kyverno.io": [
		"ValidatingPolicy",
		"MutatingPolicy",
		"ImageValidatingPolicy",
		"GeneratingPolicy"
	],
	"templates.gatekeeper.sh": ["ConstraintTemplate"],
	"cilium.io": [
		"CiliumClusterwideNetworkPolicy",
		"CiliumClusterwideEnvoyConfig",
		"CiliumLoadBalancerIPPool",
		"CiliumL2AnnouncementPolicy"
	],
	"argoproj.io": ["ClusterWorkflowTemplate", "ClusterAnalysisTemplate"],
	"trust.cert-manager.io": ["Bundle"],
	"policy.cert-manager.io": ["CertificateRequestPolicy"],
	"tekton.dev": ["ClusterTask"],
	"security.openshift.io": ["SecurityContextConstraints"],
	"project.openshift.io": ["Project", "ProjectRequest"],
	"user.openshift.io": [
		"User",
		"Group",
		"Identity"
	],
	"oauth.openshift.io": ["OAuthClient"],
	"machineconfiguration.openshift.io": [
		"MachineConfig",
		"MachineConfigPool",
		"KubeletConfig"
	],
	"console.openshift.io": [
		"ConsoleLink",
		"ConsolePlugin",
		"ConsoleNotification"
	],
	"crd.projectcalico.org": ["GlobalNetworkPolicy"],
	"projectcalico.org": ["GlobalNetworkPolicy"],
	"policy.networking.k8s.io": ["AdminNetworkPolicy", "BaselineAdminNetworkPolicy"],
	"external-secrets.io": ["ClusterSecretStore", "ClusterExternalSecret"],
	"karpenter.sh": [
		"NodePool",
		"NodeClaim",
		"Provisioner",
		"Machine"
	],
	"karpenter.k8s.aws": ["EC2NodeClass", "AWSNodeTemplate"],
	"elbv2.k8s.aws": ["IngressClassParams"],
	"snapshot.storage.k8s.io": ["VolumeSnapshotClass", "VolumeSnapshotContent"]
}).map(([group, kinds]) => [group, new Set(kinds)]));

// src/core/diff/identity.ts
/** Kinds of the retired group `extensions` and the group in which the server stores their objects. */
const LEGACY_GROUPS = /* @__PURE__ */ new Map([
	["Ingress", "networking.k8s.io"],
	["NetworkPolicy", "networking.k8s.io"],
	["Deployment", "apps"],
	["DaemonSet", "apps"],
	["ReplicaSet", "apps"],
	["PodSecurityPolicy", "policy"]
]);
/**
* Which object this is: environment and cluster, group, kind, effective namespace and name; never the version and
* not the file. A patch or a template is a piece of its own and known by its file too. Equal texts mean the same
* object; names cannot be chosen so that two objects get one text.
*/
function identityOf(placed) {
	const { role, path } = placed.manifest;
	return role === "manifest" ? objectIdentityOf(placed) : `${objectIdentityOf(placed)} ${escape(path)}`;
}
/** The same without the file: what a piece can be recognised by when its file moves. */
function objectIdentityOf(placed) {
	const { manifest, placement } = placed;
	const ref = effectiveRef(placed);
	const parts = [
		`${escape(placement.environment ?? "")}/${escape(placement.cluster ?? "")}`,
		`${escape(storedGroup(ref))}/${escape(ref.kind)}`,
		`${escape(ref.namespace ?? "")}/${nameOf$3(manifest)}`
	];
	if (manifest.role !== "manifest") parts.push(manifest.role);
	return parts.join(" ");
}
/** The reference with the namespace that the object really gets; null for a kind that has none. */
function effectiveRef({ manifest, placement }) {
	const { ref } = manifest;
	const namespace = isClusterScoped(storedGroup(ref), ref.kind) ? null : ref.namespace || placement.namespace;
	return {
		...ref,
		namespace
	};
}
/** The group under which the server stores the object: `apps` for a Deployment of `extensions`. */
function storedGroup(ref) {
	return ref.group === "extensions" ? LEGACY_GROUPS.get(ref.kind) ?? ref.group : ref.group;
}
/** Whether every apply makes a new object because only the beginning of its name is written. */
function isGenerated(manifest) {
	return manifest.ref.name === "" && generateName(manifest) !== "";
}
/** The folder a path lies in; empty for the root. */
function folderOf(path) {
	return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
function nameOf$3(manifest) {
	return isGenerated(manifest) ? `${escape(generateName(manifest))}/*` : escape(manifest.ref.name);
}
function generateName(manifest) {
	const metadata = manifest.value["metadata"];
	return isJsonObject(metadata) && textAt(metadata, "generateName") || "";
}
/** Keeps the separators of an identity out of its parts. */
function escape(part) {
	return part.replaceAll(/[%/ ]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

// src/core/diff/find-shadows.ts
/**
* An issue for every created object that an unchanged file of the same folder holds already: it is no new object, and which
* of the two the cluster gets depends on the tool.
*/
function findShadows(changes, unchanged) {
	const there = new Map(unchanged.map((placed) => [keyOf$5(placed.manifest.path, placed.placement.environment, effectiveRef(placed)), placed]));
	return changes.filter(isNewObject).flatMap((change) => {
		const { path, line } = change.source;
		const first = there.get(keyOf$5(path, change.environment, change.ref));
		if (!first) return [];
		const place = `${first.manifest.path}:${String(first.manifest.line)}`;
		return [{
			code: "manifest.duplicate",
			severity: "high",
			path,
			line,
			column: 1,
			text: `${objectTitle(change.ref)} is created here and stands at ${place} too, which does not change; which one the cluster gets depends on the tool. Change that one.`
		}];
	});
}
/** Whether a change creates an object of its own: a patch of another stands beside what it patches. */
function isNewObject({ operation, source, ref }) {
	return operation === "CREATE" && source.role === "manifest" && ref.name !== "";
}
function keyOf$5(path, environment, ref) {
	return JSON.stringify([
		folderOf(path),
		environment,
		storedGroup(ref),
		ref.kind,
		ref.namespace,
		ref.name
	]);
}

// src/core/diff/duration.ts
const NANOSECONDS = /* @__PURE__ */ new Map([
	["ns", 1n],
	["us", 1000n],
	["µs", 1000n],
	["μs", 1000n],
	["ms", 1000000n],
	["s", 1000000000n],
	["m", 60000000000n],
	["h", 3600000000000n]
]);
/** A Go duration in nanoseconds: `60s`, `1m` and `1m0s` are equal. Undefined for anything else, fractions of a nanosecond too. */
function parseGoDuration(value) {
	if (typeof value !== "string" || value.length > 64) return void 0;
	if (!/^(?:\d+(?:\.\d+)?(?:ns|us|µs|μs|ms|s|m|h))+$/.test(value)) return void 0;
	let sum = 0n;
	for (const [, whole = "", fraction = "", unit = ""] of value.matchAll(/(\d+)(?:\.(\d+))?([a-zµμ]+)/g)) {
		const scale = 10n ** BigInt(fraction.length);
		const scaled = BigInt(whole + fraction) * (NANOSECONDS.get(unit) ?? 0n);
		if (scaled % scale !== 0n) return void 0;
		sum += scaled / scale;
	}
	return sum;
}

// src/core/model/quantity.ts
const DECIMAL = /* @__PURE__ */ new Map([
	["n", -9],
	["u", -6],
	["m", -3],
	["", 0],
	["k", 3],
	["M", 6],
	["G", 9],
	["T", 12],
	["P", 15],
	["E", 18]
]);
const BINARY = [
	"Ki",
	"Mi",
	"Gi",
	"Ti",
	"Pi",
	"Ei"
];
/**
* A Kubernetes quantity as an exact number: `1000m` and `1`, `1024Mi` and `1Gi` are equal. Undefined when the value
* is no quantity, or one so long that no server would take it.
*/
function parseQuantity(value) {
	if (typeof value !== "string" && typeof value !== "number" && typeof value !== "bigint") return void 0;
	const text = String(value);
	if (text.length > 64) return void 0;
	const form = /^([+-]?)(\d*)(?:\.(\d*))?([a-zA-Z]{0,2}|[eE][+-]?\d{1,4})$/.exec(text);
	if (!form) return void 0;
	const [sign = "", whole = "", fraction = "", suffix = ""] = form.slice(1).map((part) => part ?? "");
	if (whole + fraction === "") return void 0;
	const scale = scaleOf(suffix);
	if (!scale) return void 0;
	return reduce(BigInt(sign + (whole + fraction)) * scale.factor, scale.power - fraction.length);
}
/** Negative when `a` is the lesser. */
function compareDecimals(a, b) {
	const power = Math.min(a.power, b.power);
	const difference = a.digits * 10n ** BigInt(a.power - power) - b.digits * 10n ** BigInt(b.power - power);
	return difference < 0n ? -1 : Number(difference > 0n);
}
function scaleOf(suffix) {
	const decimal = DECIMAL.get(suffix);
	if (decimal !== void 0) return {
		factor: 1n,
		power: decimal
	};
	const binary = BINARY.indexOf(suffix);
	if (binary >= 0) return {
		factor: 1024n ** BigInt(binary + 1),
		power: 0
	};
	if (/^[eE][+-]?\d+$/.test(suffix)) return {
		factor: 1n,
		power: Number(suffix.slice(1))
	};
}
function reduce(digits, power) {
	if (digits === 0n) return {
		digits,
		power: 0
	};
	let rest = digits;
	let raised = power;
	while (rest % 10n === 0n) {
		rest /= 10n;
		raised += 1;
	}
	return {
		digits: rest,
		power: raised
	};
}

// src/core/diff/secret-store.ts
/** The two members in which a Secret's values are written. */
const SECRET_STORES = ["data", "stringData"];
/**
* The members of a Secret with `data` and `stringData` read as the one store that they are: per key the bytes that
* the cluster will hold, `stringData` over `data`. Members of another form stay as they are written.
*/
function readSecretStore(secret, members) {
	const stored = /* @__PURE__ */ new Map();
	for (const store of SECRET_STORES) {
		const values = secret[store] ?? null;
		if (values === null || !members.has(store)) continue;
		if (!isJsonObject(values)) return members;
		for (const key of Object.keys(values)) {
			const text = secretText(store, values[key] ?? null);
			stored.set(key, {
				key,
				pointer: pointerTo(`/${store}`, key),
				meaning: {
					kind: "scalar",
					text
				}
			});
		}
	}
	const merged = new Map(members);
	merged.delete("stringData");
	const unwritten = (secret["data"] ?? null) === null;
	merged.set("data", {
		key: "data",
		meaning: {
			kind: "map",
			members: stored,
			unwritten
		}
	});
	return merged;
}
/** A text for one written value, equal over both stores exactly when the bytes are. Never to be printed. */
function secretText(store, value) {
	if (typeof value !== "string") return `other:${canonicalJson(value)}`;
	if (store === "stringData") return `bytes:${encodeBase64(value)}`;
	const written = value.replaceAll(/[\r\n]/g, "");
	return written.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(written) ? `bytes:${written}` : `raw:${JSON.stringify(value)}`;
}
function encodeBase64(text) {
	const bytes = utf8ToBytes(text);
	let binary = "";
	for (let start = 0; start < bytes.length; start += 8192) binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
	return btoa(binary);
}

// src/core/diff/field-path.ts
/**
* The steps of a path in a table: `spec.ports[].protocol` is `spec`, `ports`, `[]`, `protocol`; a key with dots is
* written `metadata.annotations['a.b/c']`.
*/
function pathSteps(path) {
	return [...path.matchAll(/\[\]|\['([^']+)'\]|[^.[\]]+/g)].map((step) => step[1] ?? step[0]);
}
/** A path of a table as a pointer with `[]` for every index. */
function placeOfPath(path) {
	return pathSteps(path).reduce(pointerTo, "");
}
/** A pointer with `[]` for every index (and for a key that is a number: the two cannot be told apart). */
function placeOfPointer(pointer) {
	return pointerKeys(pointer).map((key) => /^\d+$/.test(key) ? "[]" : key).reduce(pointerTo, "");
}

// src/core/diff/shape.ts
/** A tree from facts by path, `*` standing for every key that is not named. Later facts about a path complete earlier ones. */
function growShape(facts) {
	const root = seed();
	for (const [path, fact] of facts) {
		let shape = root;
		for (const step of pathSteps(path)) shape = descend(shape, step);
		shape.fact = {
			...shape.fact,
			...fact
		};
	}
	return root;
}
/** The shape of a member. */
function memberShape(shape, key) {
	return shape?.members.get(key) ?? shape?.others;
}
function descend(shape, step) {
	if (step === "[]") return shape.items ??= seed();
	if (step === "*") return shape.others ??= seed();
	const known = shape.members.get(step);
	if (known) return known;
	const grown = seed();
	shape.members.set(step, grown);
	return grown;
}
function seed() {
	return {
		fact: {},
		members: /* @__PURE__ */ new Map(),
		others: void 0,
		items: void 0
	};
}

// src/core/diff/meaning.ts
/** What an object means, as far as that is certain; everything else stays as it is written. */
function meaningOf$1(object, shape, isSecret) {
	const meaning = readMap(object, shape.root, shape.nullIsAbsent);
	return isSecret ? {
		kind: "map",
		members: readSecretStore(object, meaning.members)
	} : meaning;
}
/** A text that is equal exactly when the meanings are. */
function meaningText(meaning) {
	if (meaning.kind === "scalar") return meaning.text;
	if (meaning.kind === "map") {
		let text = "";
		for (const key of [...meaning.members.keys()].toSorted()) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${textOfMember(meaning.members, key)}`;
		return `{${text}}`;
	}
	if (meaning.kind === "list") return `[${meaning.entries.map(meaningText).join(",")}]`;
	if (meaning.kind === "set") return `<${sorted(meaning.entries.map((entry) => entry.text))}>`;
	const texts = [...meaning.entries.values()].map((entry) => meaningText(entry.meaning));
	return meaning.ordered ? `(${texts.join(",")})` : `<${sorted(texts)}>`;
}
function sorted(texts) {
	return texts.toSorted().join(",");
}
function textOfMember(members, key) {
	const member = members.get(key);
	return member ? meaningText(member.meaning) : "";
}
function read(value, shape, nullIsAbsent) {
	if (isJsonObject(value)) return readMap(value, shape, nullIsAbsent);
	if (isJsonList(value)) return readList(value, shape, nullIsAbsent);
	return {
		kind: "scalar",
		text: readScalar(value, shape?.fact.reading)
	};
}
function readMap(object, shape, nullIsAbsent) {
	const members = /* @__PURE__ */ new Map();
	const dropsBelow = nullIsAbsent && !shape?.fact.opaque;
	const dropsHere = dropsBelow && !shape?.others;
	for (const key of Object.keys(object)) {
		const value = object[key] ?? null;
		if (value === null && dropsHere) continue;
		const below = memberShape(shape, key);
		const meaning = read(value, below, dropsBelow);
		if (below && meansNothing(meaning, value, below)) continue;
		members.set(nameOf$2(object, key, below), {
			key,
			meaning
		});
	}
	return {
		kind: "map",
		members
	};
}
function nameOf$2(object, key, shape) {
	const alias = shape?.fact.aliasOf;
	return alias !== void 0 && !Object.hasOwn(object, alias) ? alias : key;
}
/** Whether a written value says what its absence says. */
function meansNothing(meaning, value, { fact }) {
	if (fact.ignored || fact.emptyIsAbsent && (value === "" || isEmpty(meaning))) return true;
	return fact.fallback !== void 0 && meaning.kind === "scalar" && meaning.text === readScalar(fact.fallback);
}
function isEmpty(meaning) {
	if (meaning.kind === "scalar") return false;
	if (meaning.kind === "map") return meaning.members.size === 0;
	return meaning.kind === "keyed" ? meaning.entries.size === 0 : meaning.entries.length === 0;
}
function readList(list, shape, nullIsAbsent) {
	const entries = list.map((value) => read(value, shape?.items, nullIsAbsent));
	const rule = shape?.fact.list;
	if (!rule) return {
		kind: "list",
		entries,
		whole: false
	};
	if (rule.kind === "set") return {
		kind: "set",
		entries: entries.map((meaning, index) => ({
			index,
			meaning,
			text: meaningText(meaning)
		}))
	};
	const keyed = byKey(list, entries, rule);
	return keyed ? {
		kind: "keyed",
		entries: keyed,
		ordered: rule.ordered(list)
	} : {
		kind: "list",
		entries,
		whole: true
	};
}
/** The entries by key; undefined when one has no key or two have the same. */
function byKey(list, meanings, rule) {
	const entries = /* @__PURE__ */ new Map();
	for (const [index, meaning] of meanings.entries()) {
		const key = keyOf$4(list[index] ?? null, rule);
		if (key === void 0 || entries.has(key)) return void 0;
		entries.set(key, {
			index,
			meaning
		});
	}
	return entries;
}
function keyOf$4(entry, rule) {
	let key = "";
	for (const [path, absent] of rule.keys) {
		let value = entry;
		for (const step of path.split(".")) value = isJsonObject(value) ? value[step] : void 0;
		const part = value ?? absent;
		if (!isJsonObject(entry) || part === void 0 || part === null || typeof part === "object") return void 0;
		key += `${readScalar(part)},`;
	}
	return key;
}
function readScalar(value, reading) {
	switch (reading) {
		case "quantity": {
			const quantity = parseQuantity(value);
			if (quantity) return `q${String(quantity.digits)}e${String(quantity.power)}`;
			break;
		}
		case "duration": {
			const duration = parseGoDuration(value);
			if (duration !== void 0) return `d${String(duration)}`;
			break;
		}
		case "comma-set":
			if (typeof value === "string") return `c${JSON.stringify(commaSet(value))}`;
			break;
		case void 0:
	}
	return typeof value === "bigint" ? value.toString() : JSON.stringify(value);
}
function commaSet(text) {
	return [...new Set(text.split(",").map((part) => part.trim()))].toSorted();
}

// src/core/diff/differences.ts
/** The deepest places in which two meanings differ; none exactly when their texts are equal. In no order. */
function differencesOf(old, now) {
	const found = [];
	compare({
		meaning: old,
		at: ""
	}, {
		meaning: now,
		at: ""
	}, found);
	return found;
}
function compare(old, now, found) {
	const [a, b] = [old.meaning, now.meaning];
	if (a.kind === "map" && b.kind === "map") compareMaps({
		meaning: a,
		at: old.at
	}, {
		meaning: b,
		at: now.at
	}, found);
	else if (a.kind === "keyed" && b.kind === "keyed") compareKeyed({
		meaning: a,
		at: old.at
	}, {
		meaning: b,
		at: now.at
	}, found);
	else if (a.kind === "list" && b.kind === "list" && !a.whole && !b.whole) compareLists({
		meaning: a,
		at: old.at
	}, {
		meaning: b,
		at: now.at
	}, found);
	else if (a.kind === "set" && b.kind === "set") compareSets({
		meaning: a,
		at: old.at
	}, {
		meaning: b,
		at: now.at
	}, found);
	else if (meaningText(a) !== meaningText(b)) replace(old, now, found);
}
function replace(old, now, found) {
	if (!isUnwritten(old.meaning) && !isUnwritten(now.meaning)) {
		found.push({
			op: "replace",
			at: now.at,
			oldAt: old.at
		});
		return;
	}
	for (const at of writtenPlaces(old)) found.push({
		op: "remove",
		at,
		parent: holderOf(now.at)
	});
	for (const at of writtenPlaces(now)) found.push({
		op: "add",
		at,
		parent: holderOf(old.at)
	});
}
/** The place of a value; those of its members when nothing stands at its own. */
function writtenPlaces({ meaning, at }) {
	if (!isUnwritten(meaning)) return [at];
	return [...meaning.members.values()].map((member) => placeOf$3(at, member));
}
function isUnwritten(meaning) {
	return meaning.kind === "map" && meaning.unwritten === true;
}
function holderOf(at) {
	return at.slice(0, at.lastIndexOf("/"));
}
function compareMaps(old, now, found) {
	for (const [key, member] of old.meaning.members) {
		const other = now.meaning.members.get(key);
		if (other && isSameScalar(member.meaning, other.meaning)) continue;
		const at = placeOf$3(old.at, member);
		if (other) compare({
			meaning: member.meaning,
			at
		}, {
			meaning: other.meaning,
			at: placeOf$3(now.at, other)
		}, found);
		else for (const gone of writtenPlaces({
			...member,
			at
		})) found.push({
			op: "remove",
			at: gone,
			parent: now.at
		});
	}
	for (const [key, member] of now.meaning.members) {
		if (old.meaning.members.has(key)) continue;
		const places = writtenPlaces({
			...member,
			at: placeOf$3(now.at, member)
		});
		for (const at of places) found.push({
			op: "add",
			at,
			parent: old.at
		});
	}
}
function compareKeyed(old, now, found) {
	for (const [key, entry] of old.meaning.entries) {
		const at = pointerTo(old.at, entry.index);
		const other = now.meaning.entries.get(key);
		if (!other) found.push({
			op: "remove",
			at,
			parent: now.at
		});
		else compare({
			meaning: entry.meaning,
			at
		}, {
			meaning: other.meaning,
			at: pointerTo(now.at, other.index)
		}, found);
	}
	for (const [key, entry] of now.meaning.entries) {
		if (old.meaning.entries.has(key)) continue;
		found.push({
			op: "add",
			at: pointerTo(now.at, entry.index),
			parent: old.at
		});
	}
	if ((old.meaning.ordered || now.meaning.ordered) && !sameOrder(old.meaning.entries, now.meaning.entries)) found.push({
		op: "reorder",
		at: now.at,
		oldAt: old.at
	});
}
/** Whether the entries that both lists have stand in the same order. */
function sameOrder(old, now) {
	const common = [...now.keys()].filter((key) => old.has(key));
	let place = 0;
	for (const key of old.keys()) {
		if (!now.has(key)) continue;
		if (common[place] !== key) return false;
		place += 1;
	}
	return true;
}
function compareLists(old, now, found) {
	for (const [index, entry] of old.meaning.entries.entries()) {
		const at = pointerTo(old.at, index);
		const other = now.meaning.entries[index];
		if (other) compare({
			meaning: entry,
			at
		}, {
			meaning: other,
			at: pointerTo(now.at, index)
		}, found);
		else found.push({
			op: "remove",
			at,
			parent: now.at
		});
	}
	for (let index = old.meaning.entries.length; index < now.meaning.entries.length; index += 1) found.push({
		op: "add",
		at: pointerTo(now.at, index),
		parent: old.at
	});
}
function compareSets(old, now, found) {
	for (const entry of missingFrom(now.meaning.entries, old.meaning.entries)) found.push({
		op: "remove",
		at: pointerTo(old.at, entry.index),
		parent: now.at
	});
	for (const entry of missingFrom(old.meaning.entries, now.meaning.entries)) found.push({
		op: "add",
		at: pointerTo(now.at, entry.index),
		parent: old.at
	});
}
/** The entries that a set does not have, or has fewer times. */
function missingFrom(set, entries) {
	const left = /* @__PURE__ */ new Map();
	for (const { text } of set) left.set(text, (left.get(text) ?? 0) + 1);
	return entries.filter(({ text }) => {
		const count = left.get(text) ?? 0;
		left.set(text, count - 1);
		return count <= 0;
	});
}
function isSameScalar(a, b) {
	return a.kind === "scalar" && b.kind === "scalar" && a.text === b.text;
}
function placeOf$3(parent, member) {
	return member.pointer ?? pointerTo(parent, member.key);
}

// src/core/diff/compare-pointers.ts
/** Order of two places as people read them: a parent before its members, entry 2 before entry 10. */
function comparePointers(a, b) {
	const [left, right] = [pointerKeys(a), pointerKeys(b)];
	for (const [index, key] of left.entries()) {
		const other = right[index];
		if (other === void 0) return 1;
		if (key !== other) return compareKeys(key, other);
	}
	return left.length - right.length;
}
function compareKeys(a, b) {
	const isIndex = /^\d{1,9}$/;
	if (isIndex.test(a) && isIndex.test(b)) return Number(a) - Number(b);
	return a < b ? -1 : 1;
}

// node_modules/diff/libesm/diff/base.js
var Diff = class {
	diff(oldStr, newStr, options = {}) {
		let callback;
		if (typeof options === "function") {
			callback = options;
			options = {};
		} else if ("callback" in options) callback = options.callback;
		const oldString = this.castInput(oldStr, options);
		const newString = this.castInput(newStr, options);
		const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
		const newTokens = this.removeEmpty(this.tokenize(newString, options));
		return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
	}
	diffWithOptionsObj(oldTokens, newTokens, options, callback) {
		var _a;
		const done = (value) => {
			value = this.postProcess(value, options);
			if (callback) {
				setTimeout(function() {
					callback(value);
				}, 0);
				return;
			} else return value;
		};
		const newLen = newTokens.length, oldLen = oldTokens.length;
		let editLength = 1;
		let maxEditLength = newLen + oldLen;
		if (options.maxEditLength != null) maxEditLength = Math.min(maxEditLength, options.maxEditLength);
		const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : 1e400;
		const abortAfterTimestamp = Date.now() + maxExecutionTime;
		const bestPath = [{
			oldPos: -1,
			lastComponent: void 0
		}];
		let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
		if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
		let minDiagonalToConsider = -1e400, maxDiagonalToConsider = 1e400;
		const execEditLength = () => {
			for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
				let basePath;
				const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
				if (removePath) bestPath[diagonalPath - 1] = void 0;
				let canAdd = false;
				if (addPath) {
					const addPathNewPos = addPath.oldPos - diagonalPath;
					canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
				}
				const canRemove = removePath && removePath.oldPos + 1 < oldLen;
				if (!canAdd && !canRemove) {
					bestPath[diagonalPath] = void 0;
					continue;
				}
				if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) basePath = this.addToPath(addPath, true, false, 0, options);
				else basePath = this.addToPath(removePath, false, true, 1, options);
				newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
				if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
				else {
					bestPath[diagonalPath] = basePath;
					if (basePath.oldPos + 1 >= oldLen) maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
					if (newPos + 1 >= newLen) minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
				}
			}
			editLength++;
		};
		if (callback) (function exec() {
			setTimeout(function() {
				if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) return callback(void 0);
				if (!execEditLength()) exec();
			}, 0);
		})();
		else while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
			const ret = execEditLength();
			if (ret) return ret;
		}
	}
	addToPath(path, added, removed, oldPosInc, options) {
		const last = path.lastComponent;
		if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) return {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: last.count + 1,
				added,
				removed,
				previousComponent: last.previousComponent
			}
		};
		else return {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: 1,
				added,
				removed,
				previousComponent: last
			}
		};
	}
	extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
		const newLen = newTokens.length, oldLen = oldTokens.length;
		let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
		while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
			newPos++;
			oldPos++;
			commonCount++;
			if (options.oneChangePerToken) basePath.lastComponent = {
				count: 1,
				previousComponent: basePath.lastComponent,
				added: false,
				removed: false
			};
		}
		if (commonCount && !options.oneChangePerToken) basePath.lastComponent = {
			count: commonCount,
			previousComponent: basePath.lastComponent,
			added: false,
			removed: false
		};
		basePath.oldPos = oldPos;
		return newPos;
	}
	equals(left, right, options) {
		if (options.comparator) return options.comparator(left, right);
		else return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
	}
	removeEmpty(array) {
		const ret = [];
		for (let i = 0; i < array.length; i++) if (array[i]) ret.push(array[i]);
		return ret;
	}
	castInput(value, options) {
		return value;
	}
	tokenize(value, options) {
		return Array.from(value);
	}
	join(chars) {
		return chars.join("");
	}
	postProcess(changeObjects, options) {
		return changeObjects;
	}
	get useLongestToken() {
		return false;
	}
	buildValues(lastComponent, newTokens, oldTokens) {
		const components = [];
		let nextComponent;
		while (lastComponent) {
			components.push(lastComponent);
			nextComponent = lastComponent.previousComponent;
			delete lastComponent.previousComponent;
			lastComponent = nextComponent;
		}
		components.reverse();
		const componentLen = components.length;
		let componentPos = 0, newPos = 0, oldPos = 0;
		for (; componentPos < componentLen; componentPos++) {
			const component = components[componentPos];
			if (!component.removed) {
				if (!component.added && this.useLongestToken) {
					let value = newTokens.slice(newPos, newPos + component.count);
					value = value.map(function(value, i) {
						const oldValue = oldTokens[oldPos + i];
						return oldValue.length > value.length ? oldValue : value;
					});
					component.value = this.join(value);
				} else component.value = this.join(newTokens.slice(newPos, newPos + component.count));
				newPos += component.count;
				if (!component.added) oldPos += component.count;
			} else {
				component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
				oldPos += component.count;
			}
		}
		return components;
	}
};

// node_modules/diff/libesm/diff/character.js
var CharacterDiff = class extends Diff {};
const characterDiff = new CharacterDiff();

// node_modules/diff/libesm/util/string.js
function longestCommonPrefix(str1, str2) {
	let i = 0;
	for (; i < str1.length && i < str2.length; i++) if (str1[i] != str2[i]) return str1.slice(0, i);
	return str1.slice(0, i);
}
function longestCommonSuffix(str1, str2) {
	let i;
	if (!str1 || !str2 || str1[str1.length - 1] != str2[str2.length - 1]) return "";
	for (i = 0; i < str1.length && i < str2.length; i++) if (str1[str1.length - (i + 1)] != str2[str2.length - (i + 1)]) return str1.slice(-i);
	return str1.slice(-i);
}
function replacePrefix(string, oldPrefix, newPrefix) {
	if (string.slice(0, oldPrefix.length) != oldPrefix) throw Error(`string ${JSON.stringify(string)} doesn't start with prefix ${JSON.stringify(oldPrefix)}; this is a bug`);
	return newPrefix + string.slice(oldPrefix.length);
}
function replaceSuffix(string, oldSuffix, newSuffix) {
	if (!oldSuffix) return string + newSuffix;
	if (string.slice(-oldSuffix.length) != oldSuffix) throw Error(`string ${JSON.stringify(string)} doesn't end with suffix ${JSON.stringify(oldSuffix)}; this is a bug`);
	return string.slice(0, -oldSuffix.length) + newSuffix;
}
function removePrefix(string, oldPrefix) {
	return replacePrefix(string, oldPrefix, "");
}
function removeSuffix(string, oldSuffix) {
	return replaceSuffix(string, oldSuffix, "");
}
function maximumOverlap(string1, string2) {
	return string2.slice(0, overlapCount(string1, string2));
}
function overlapCount(a, b) {
	let startA = 0;
	if (a.length > b.length) startA = a.length - b.length;
	let endB = b.length;
	if (a.length < b.length) endB = a.length;
	const map = Array(endB);
	let k = 0;
	map[0] = 0;
	for (let j = 1; j < endB; j++) {
		if (b[j] == b[k]) map[j] = map[k];
		else map[j] = k;
		while (k > 0 && b[j] != b[k]) k = map[k];
		if (b[j] == b[k]) k++;
	}
	k = 0;
	for (let i = startA; i < a.length; i++) {
		while (k > 0 && a[i] != b[k]) k = map[k];
		if (a[i] == b[k]) k++;
	}
	return k;
}
/**
* Split a string into segments using a word segmenter, merging consecutive
* segments if they are both whitespace segments. Whitespace segments can
* appear adjacent to one another for two reasons:
* - newlines always get their own segment
* - where a diacritic is attached to a whitespace character in the text, the
*   segment ends after the diacritic, so e.g. " \u0300 " becomes two segments.
* This function therefore runs the segmenter's .segment() method and then
* merges consecutive segments of whitespace into a single part.
*/
function segment(string, segmenter) {
	const parts = [];
	for (const segmentObj of Array.from(segmenter.segment(string))) {
		const segment = segmentObj.segment;
		if (parts.length && /\s/.test(parts[parts.length - 1]) && /\s/.test(segment)) parts[parts.length - 1] += segment;
		else parts.push(segment);
	}
	return parts;
}
function trailingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[1];
	let i;
	for (i = string.length - 1; i >= 0; i--) if (!string[i].match(/\s/)) break;
	return string.substring(i + 1);
}
function leadingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[0];
	const match = string.match(/^\s*/);
	return match ? match[0] : "";
}
function leadingAndTrailingWs(string, segmenter) {
	if (!segmenter) return [leadingWs(string), trailingWs(string)];
	if (segmenter.resolvedOptions().granularity != "word") throw new Error("The segmenter passed must have a granularity of \"word\"");
	const segments = segment(string, segmenter);
	const firstSeg = segments[0];
	const lastSeg = segments[segments.length - 1];
	return [/\s/.test(firstSeg) ? firstSeg : "", /\s/.test(lastSeg) ? lastSeg : ""];
}

// node_modules/diff/libesm/diff/word.js
const extendedWordChars = "a-zA-Z0-9_\\u{AD}\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2C6}\\u{2C8}-\\u{2D7}\\u{2DE}-\\u{2FF}\\u{1E00}-\\u{1EFF}";
const tokenizeIncludingWhitespace = new RegExp(`[${extendedWordChars}]+|\\s+|[^${extendedWordChars}]`, "ug");
var WordDiff = class extends Diff {
	equals(left, right, options) {
		if (options.ignoreCase) {
			left = left.toLowerCase();
			right = right.toLowerCase();
		}
		return left.trim() === right.trim();
	}
	tokenize(value, options = {}) {
		let parts;
		if (options.intlSegmenter) {
			const segmenter = options.intlSegmenter;
			if (segmenter.resolvedOptions().granularity != "word") throw new Error("The segmenter passed must have a granularity of \"word\"");
			parts = segment(value, segmenter);
		} else parts = value.match(tokenizeIncludingWhitespace) || [];
		const tokens = [];
		let prevPart = null;
		parts.forEach((part) => {
			if (/\s/.test(part)) {
				if (prevPart == null) tokens.push(part);
				else tokens.push(tokens.pop() + part);
			} else if (prevPart != null && /\s/.test(prevPart)) {
				if (tokens[tokens.length - 1] == prevPart) tokens.push(tokens.pop() + part);
				else tokens.push(prevPart + part);
			} else tokens.push(part);
			prevPart = part;
		});
		return tokens;
	}
	join(tokens) {
		return tokens.map((token, i) => {
			if (i == 0) return token;
			else return token.replace(/^\s+/, "");
		}).join("");
	}
	postProcess(changes, options) {
		if (!changes || options.oneChangePerToken) return changes;
		let lastKeep = null;
		let insertion = null;
		let deletion = null;
		changes.forEach((change) => {
			if (change.added) insertion = change;
			else if (change.removed) deletion = change;
			else {
				if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, change, options.intlSegmenter);
				lastKeep = change;
				insertion = null;
				deletion = null;
			}
		});
		if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, null, options.intlSegmenter);
		return changes;
	}
};
const wordDiff = new WordDiff();
function dedupeWhitespaceInChangeObjects(startKeep, deletion, insertion, endKeep, segmenter) {
	if (deletion && insertion) {
		const [oldWsPrefix, oldWsSuffix] = leadingAndTrailingWs(deletion.value, segmenter);
		const [newWsPrefix, newWsSuffix] = leadingAndTrailingWs(insertion.value, segmenter);
		if (startKeep) {
			const commonWsPrefix = longestCommonPrefix(oldWsPrefix, newWsPrefix);
			startKeep.value = replaceSuffix(startKeep.value, newWsPrefix, commonWsPrefix);
			deletion.value = removePrefix(deletion.value, commonWsPrefix);
			insertion.value = removePrefix(insertion.value, commonWsPrefix);
		}
		if (endKeep) {
			const commonWsSuffix = longestCommonSuffix(oldWsSuffix, newWsSuffix);
			endKeep.value = replacePrefix(endKeep.value, newWsSuffix, commonWsSuffix);
			deletion.value = removeSuffix(deletion.value, commonWsSuffix);
			insertion.value = removeSuffix(insertion.value, commonWsSuffix);
		}
	} else if (insertion) {
		if (startKeep) {
			const ws = leadingWs(insertion.value, segmenter);
			insertion.value = insertion.value.substring(ws.length);
		}
		if (endKeep) {
			const ws = leadingWs(endKeep.value, segmenter);
			endKeep.value = endKeep.value.substring(ws.length);
		}
	} else if (startKeep && endKeep) {
		const newWsFull = leadingWs(endKeep.value, segmenter), [delWsStart, delWsEnd] = leadingAndTrailingWs(deletion.value, segmenter);
		const newWsStart = longestCommonPrefix(newWsFull, delWsStart);
		deletion.value = removePrefix(deletion.value, newWsStart);
		const newWsEnd = longestCommonSuffix(removePrefix(newWsFull, newWsStart), delWsEnd);
		deletion.value = removeSuffix(deletion.value, newWsEnd);
		endKeep.value = replacePrefix(endKeep.value, newWsFull, newWsEnd);
		startKeep.value = replaceSuffix(startKeep.value, newWsFull, newWsFull.slice(0, newWsFull.length - newWsEnd.length));
	} else if (endKeep) {
		const endKeepWsPrefix = leadingWs(endKeep.value, segmenter);
		const deletionWsSuffix = trailingWs(deletion.value, segmenter);
		const overlap = maximumOverlap(deletionWsSuffix, endKeepWsPrefix);
		deletion.value = removeSuffix(deletion.value, overlap);
	} else if (startKeep) {
		const startKeepWsSuffix = trailingWs(startKeep.value, segmenter);
		const deletionWsPrefix = leadingWs(deletion.value, segmenter);
		const overlap = maximumOverlap(startKeepWsSuffix, deletionWsPrefix);
		deletion.value = removePrefix(deletion.value, overlap);
	}
}
var WordsWithSpaceDiff = class extends Diff {
	tokenize(value) {
		const regex = new RegExp(`(\\r?\\n)|[${extendedWordChars}]+|[^\\S\\n\\r]+|[^${extendedWordChars}]`, "ug");
		return value.match(regex) || [];
	}
};
const wordsWithSpaceDiff = new WordsWithSpaceDiff();

// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
	constructor() {
		super(...arguments);
		this.tokenize = tokenize;
	}
	equals(left, right, options) {
		if (options.ignoreWhitespace) {
			if (!options.newlineIsToken || !left.includes("\n")) left = left.trim();
			if (!options.newlineIsToken || !right.includes("\n")) right = right.trim();
		} else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
			if (left.endsWith("\n")) left = left.slice(0, -1);
			if (right.endsWith("\n")) right = right.slice(0, -1);
		}
		return super.equals(left, right, options);
	}
};
const lineDiff = new LineDiff();
function tokenize(value, options) {
	if (options.stripTrailingCr) value = value.replace(/\r\n/g, "\n");
	const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
	if (!linesAndNewlines[linesAndNewlines.length - 1]) linesAndNewlines.pop();
	for (let i = 0; i < linesAndNewlines.length; i++) {
		const line = linesAndNewlines[i];
		if (i % 2 && !options.newlineIsToken) retLines[retLines.length - 1] += line;
		else retLines.push(line);
	}
	return retLines;
}

// node_modules/diff/libesm/diff/sentence.js
function isSentenceEndPunct(char) {
	return char == "." || char == "!" || char == "?";
}
var SentenceDiff = class extends Diff {
	tokenize(value) {
		var _a;
		const result = [];
		let tokenStartI = 0;
		for (let i = 0; i < value.length; i++) {
			if (i == value.length - 1) {
				result.push(value.slice(tokenStartI));
				break;
			}
			if (isSentenceEndPunct(value[i]) && value[i + 1].match(/\s/)) {
				result.push(value.slice(tokenStartI, i + 1));
				i = tokenStartI = i + 1;
				while ((_a = value[i + 1]) === null || _a === void 0 ? void 0 : _a.match(/\s/)) i++;
				result.push(value.slice(tokenStartI, i + 1));
				tokenStartI = i + 1;
			}
		}
		return result;
	}
};
const sentenceDiff = new SentenceDiff();

// node_modules/diff/libesm/diff/css.js
var CssDiff = class extends Diff {
	tokenize(value) {
		return value.split(/([{}:;,]|\s+)/);
	}
};
const cssDiff = new CssDiff();

// node_modules/diff/libesm/diff/json.js
var JsonDiff = class extends Diff {
	constructor() {
		super(...arguments);
		this.tokenize = tokenize;
	}
	get useLongestToken() {
		return true;
	}
	castInput(value, options) {
		const { undefinedReplacement, stringifyReplacer = (k, v) => typeof v === "undefined" ? undefinedReplacement : v } = options;
		return typeof value === "string" ? value : JSON.stringify(canonicalize(value, null, null, stringifyReplacer), null, "  ");
	}
	equals(left, right, options) {
		return super.equals(left.replace(/,([\r\n])/g, "$1"), right.replace(/,([\r\n])/g, "$1"), options);
	}
};
const jsonDiff = new JsonDiff();
function canonicalize(obj, stack, replacementStack, replacer, key) {
	stack = stack || [];
	replacementStack = replacementStack || [];
	if (replacer) obj = replacer(key === void 0 ? "" : key, obj);
	let i = 0;
	for (; i < stack.length; i += 1) if (stack[i] === obj) return replacementStack[i];
	let canonicalizedObj;
	if ("[object Array]" === Object.prototype.toString.call(obj)) {
		stack.push(obj);
		canonicalizedObj = new Array(obj.length);
		replacementStack.push(canonicalizedObj);
		for (i = 0; i < obj.length; i += 1) canonicalizedObj[i] = canonicalize(obj[i], stack, replacementStack, replacer, String(i));
		stack.pop();
		replacementStack.pop();
		return canonicalizedObj;
	}
	if (obj && obj.toJSON) obj = obj.toJSON();
	if (typeof obj === "object" && obj !== null) {
		stack.push(obj);
		canonicalizedObj = {};
		replacementStack.push(canonicalizedObj);
		const sortedKeys = [];
		let key;
		for (key in obj)
 /* istanbul ignore else */
		if (Object.prototype.hasOwnProperty.call(obj, key)) sortedKeys.push(key);
		sortedKeys.sort();
		for (i = 0; i < sortedKeys.length; i += 1) {
			key = sortedKeys[i];
			canonicalizedObj[key] = canonicalize(obj[key], stack, replacementStack, replacer, key);
		}
		stack.pop();
		replacementStack.pop();
	} else canonicalizedObj = obj;
	return canonicalizedObj;
}

// node_modules/diff/libesm/diff/array.js
var ArrayDiff = class extends Diff {
	tokenize(value) {
		return value.slice();
	}
	join(value) {
		return value;
	}
	removeEmpty(value) {
		return value;
	}
};
const arrayDiff = new ArrayDiff();
function diffArrays(oldArr, newArr, options) {
	return arrayDiff.diff(oldArr, newArr, options);
}

// src/core/diff/line-changes.ts
/** More lines than these, taken out and put in, show nobody anything. */
const MOST_LINES = 400;
/**
* The lines in which two texts differ, as a reader of a file inside a ConfigMap looks for them. JSON on one line is
* laid out first. Undefined when neither has more than one line, or when hardly a line is the same.
*/
function lineChanges(old, now) {
	if (typeof old !== "string" || typeof now !== "string") return void 0;
	const [before, after] = [linesOf(old), linesOf(now)];
	if (before.length < 2 && after.length < 2) return void 0;
	const parts = diffArrays(before, after, { maxEditLength: MOST_LINES });
	if (!parts?.some(isCommon) || parts.every(isCommon)) return void 0;
	return numbered(parts);
}
function isCommon({ added, removed }) {
	return !added && !removed;
}
function numbered(parts) {
	const next = {
		add: 1,
		remove: 1
	};
	return parts.flatMap((part) => {
		if (isCommon(part)) {
			next.add += part.value.length;
			next.remove += part.value.length;
			return [];
		}
		const op = part.added ? "add" : "remove";
		return part.value.map((text) => ({
			op,
			line: next[op]++,
			text
		}));
	});
}
function linesOf(text) {
	return (text.includes("\n") ? text : laidOut(text) ?? text).split("\n");
}
/** JSON of more than one value as JSON of one value a line; undefined for any other text. */
function laidOut(text) {
	if (!/^\s*[[{]/.test(text)) return void 0;
	try {
		const value = JSON.parse(text);
		return isJsonObject(value) || isJsonList(value) ? JSON.stringify(value, null, 2) : void 0;
	} catch {
		return;
	}
}

// src/core/diff/field-changes.ts
/**
* The differences as they may be shown, sorted by place. What lies inside of something that is left out as a whole is
* one change of that whole.
*/
function fieldChanges(differences, old, now) {
	const seen = /* @__PURE__ */ new Map();
	for (const difference of differences) {
		const visible = withinSight(difference, old, now);
		seen.set(`${visible.op} ${visible.at}`, visible);
	}
	return [...seen.values()].toSorted(compareDifferences).map((one) => fieldChange(one, old, now));
}
function withinSight(difference, old, now) {
	const { at } = difference;
	const hidden = (difference.op === "remove" ? old : now).hiddenPlace(at);
	if (hidden === null || hidden === at) return difference;
	const other = upTo("parent" in difference ? `${difference.parent}/` : difference.oldAt, at, hidden);
	return difference.op === "remove" ? {
		op: "replace",
		at: other,
		oldAt: hidden
	} : {
		op: "replace",
		at: hidden,
		oldAt: other
	};
}
/** As far above a place as one place lies above another. */
function upTo(place, below, above) {
	let [at, rest] = [place, below];
	while (rest !== above) {
		at = at.slice(0, at.lastIndexOf("/"));
		rest = rest.slice(0, rest.lastIndexOf("/"));
	}
	return at;
}
const OPERATIONS$1 = [
	"remove",
	"replace",
	"reorder",
	"add"
];
function compareDifferences(a, b) {
	return comparePointers(a.at, b.at) || OPERATIONS$1.indexOf(a.op) - OPERATIONS$1.indexOf(b.op);
}
function fieldChange(difference, old, now) {
	const { at } = difference;
	if ("parent" in difference) {
		const [side, name] = difference.op === "add" ? [now, "new"] : [old, "old"];
		return placedAt(side, at, difference.op, shown$1(name, side, at), side.holdsSecret(at));
	}
	const { oldAt } = difference;
	return placedAt(now, at, "replace", {
		...shown$1("old", old, oldAt),
		...shown$1("new", now, at)
	}, old.holdsSecret(oldAt) || now.holdsSecret(at));
}
/** Lines are looked for when somebody shows them: that costs as much as reading the document. */
function placedAt({ manifest }, path, op, values, redacted) {
	return {
		op,
		path,
		...values,
		get line() {
			return manifest.locate(path).line;
		},
		redacted,
		get lines() {
			return lineChanges(values.old, values.new);
		}
	};
}
function shown$1(name, side, at) {
	const value = side.hiddenPlace(at) === null ? valueAt(side.object, at) : void 0;
	return value === void 0 ? {} : { [name]: value };
}

// src/core/diff/secret-words.ts
const SECRET_NAME = /passw|passphrase|pwd|token|secret|credential|authorization|cookie|api_?key|access_?key|private_?key|key$|(?:^|[_.-])key(?:[_.-]|$)/i;
const SECRET_KEY = /passw|passphrase|pwd|token|secret|credential|api[_-]?key|access[_-]?key|private[_-]?key/i;
/** A key that speaks of a secret without holding one: `existingSecret`, `secretName`, `tokenUrl`. */
const NAMES_A_SECRET = /^existing|(?:name|names|ref|path|file|url|enabled|type|ttl|namespace)$/i;
/** The password of a URL's user: `postgres://shop:` this `@db`. */
const URL_PASSWORD = /(:\/\/[^\s/:@"']*:)([^\s/"'<>]+)(@)/g;
/** A password that is assigned in a text: `password=` this, `--password=` this. */
const ASSIGNED_PASSWORD = /((?:passwd|password|passphrase|pwd)["']?[ \t]{0,8}[:=][ \t]{0,8}["']?)([^\s"';,&]+)()/gi;
const PRIVATE_KEY = /(-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----)([^-]+)(-----END)/g;
/** Whether what stands beside such a name, as in an environment variable, is taken for a secret. */
function isSecretName(name) {
	return SECRET_NAME.test(name);
}
/** Whether what stands under such a key of a user's own values is taken for a secret. */
function isSecretKey(key) {
	return SECRET_KEY.test(key) && !NAMES_A_SECRET.test(key);
}
/** The text with the secrets that stand inside it replaced; everything around them stays to be read. */
function maskText(text, tokenOf) {
	if (!ANY_SIGN.test(text)) return text;
	let masked = text;
	for (const { sign, pattern } of MASKS) {
		if (!sign.test(text)) continue;
		masked = masked.replaceAll(pattern, (_whole, before, secret, after) => before + tokenOf(secret) + after);
	}
	return masked;
}
const ANY_SIGN = /PRIVATE KEY-|:\/\/|pass|pwd/i;
/** The patterns, each with what a text must have at least: most texts have none. */
const MASKS = [
	{
		sign: /PRIVATE KEY-/,
		pattern: PRIVATE_KEY
	},
	{
		sign: /:\/\//,
		pattern: URL_PASSWORD
	},
	{
		sign: /pass|pwd/i,
		pattern: ASSIGNED_PASSWORD
	}
];

// src/core/diff/redact.ts
/** Names secret values by number: the same value gets the same token. One is made for the two sides of a change. */
var Tokens = class {
	#numbers = /* @__PURE__ */ new Map();
	/** The token of a value; `text` is equal exactly when the value is. */
	of(text) {
		const number = this.#numbers.get(text) ?? this.#numbers.size + 1;
		this.#numbers.set(text, number);
		return `redacted:${String(number)}`;
	}
};
/**
* The object with every secret replaced by a token: what a Secret stores (one inside another object too), values
* that the name beside them or their key gives away, what kubectl wrote down, passwords in URLs, what a kustomization
* makes Secrets of. Keys stay, and so does everything else. `userKeys`: the keys are a user's own, as in a values file.
*/
function redact(object, tokens, options = {}) {
	const userKeys = options.userKeys ?? USER_KEYED.has(object["kind"] ?? null);
	const redaction = new Redaction({
		...options,
		userKeys
	}, tokens);
	const redacted = redaction.readMap(object, null);
	const { masked, holding } = redaction;
	const hiddenPlace = (at) => masked.size > 0 ? upwards(at).find((place) => masked.has(place)) ?? null : null;
	return {
		object: redacted,
		hiddenPlace,
		holdsSecret: (at) => holding.has(at) || hiddenPlace(at) !== null
	};
}
const LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
const USER_KEYED = /* @__PURE__ */ new Set([
	"ConfigMap",
	"HelmRelease",
	"Application"
]);
/**
* What of a Secret may be read. Any other member is a slip of the pen, such as `stringdata`, and holds what was meant for the
* store. What SOPS adds is about keys and recipients, and public.
*/
const OPEN_MEMBERS = /* @__PURE__ */ new Set([
	"apiVersion",
	"kind",
	"metadata",
	"type",
	"immutable",
	"sops"
]);
var Redaction = class {
	masked = /* @__PURE__ */ new Set();
	holding = /* @__PURE__ */ new Set();
	#tokens;
	#options;
	constructor(options, tokens) {
		this.#tokens = tokens;
		this.#options = options;
	}
	readMap(map, at) {
		const isSecret = map["kind"] === "Secret";
		const isProviderClass = map["kind"] === "SecretProviderClass";
		return this.#copy(map, at, (key, value, place) => {
			const store = isSecret ? SECRET_STORES.find((name) => name === key) : void 0;
			if (store !== void 0) return this.#maskStore(value, place, (item) => secretText(store, item));
			if (isSecret && isJsonObject(map["metadata"]) && !OPEN_MEMBERS.has(key)) return this.#maskStore(value, place, canonicalJson);
			if (key === "secretGenerator" && isJsonList(value)) return this.#readGenerators(value, place);
			if (isProviderClass && key === "spec" && isJsonObject(value)) return this.#readProviderClass(value, place);
			return this.#isHidden(map, key, at) ? this.#mask(canonicalJson(value), place) : this.#read(value, place);
		});
	}
	#readProviderClass(spec, at) {
		return this.#copy(spec, at, (key, value, place) => key === "parameters" ? this.#maskStore(value, place, canonicalJson) : this.#read(value, place));
	}
	/** The generators of Secrets: of each literal only the name may be seen. */
	#readGenerators(generators, at) {
		return generators.map((generator, index) => {
			const place = {
				parent: at,
				key: index
			};
			if (!isJsonObject(generator)) return this.#mask(canonicalJson(generator), place);
			return this.#copy(generator, place, (key, value, member) => key === "literals" && isJsonList(value) ? this.#readLiterals(value, member) : this.#read(value, member));
		});
	}
	#readLiterals(literals, at) {
		return literals.map((literal, index) => {
			const place = {
				parent: at,
				key: index
			};
			const end = typeof literal === "string" ? literal.indexOf("=") + 1 : 0;
			if (typeof literal !== "string" || end === 0) return this.#mask(canonicalJson(literal), place);
			this.#note(pointerOf(place));
			return literal.slice(0, end) + this.#tokens.of(`text:${literal.slice(end)}`);
		});
	}
	/** A map of which only the keys may be seen; anything else of which nothing may be. */
	#maskStore(value, at, textOf) {
		if (value === null) return null;
		if (!isJsonObject(value)) return this.#mask(textOf(value), at);
		return this.#copy(value, at, (_key, member, place) => this.#mask(textOf(member), place));
	}
	/** The map with each member replaced; the map itself when none is. */
	#copy(map, at, replace) {
		let copy = null;
		for (const key of Object.keys(map)) {
			const value = map[key] ?? null;
			const replaced = replace(key, value, {
				parent: at,
				key
			});
			if (replaced === value) continue;
			copy ??= Object.assign(emptyObject(), map);
			copy[key] = replaced;
		}
		return copy ?? map;
	}
	#read(value, at) {
		if (typeof value === "string") return this.#readText(value, at);
		if (isJsonObject(value)) return this.readMap(value, at);
		if (!isJsonList(value)) return value;
		const list = value.map((entry, index) => this.#read(entry, {
			parent: at,
			key: index
		}));
		return list.every((entry, index) => entry === value[index]) ? value : list;
	}
	#readText(text, at) {
		const masked = maskText(text, (secret) => this.#tokens.of(`text:${secret}`));
		if (masked !== text) this.#note(pointerOf(at));
		return masked;
	}
	#mask(text, at) {
		const pointer = pointerOf(at);
		this.masked.add(pointer);
		this.#note(pointer);
		return this.#tokens.of(text);
	}
	#note(at) {
		for (const place of upwards(at)) this.holding.add(place);
	}
	/** Whether the policy lists a name. */
	#isListed(name) {
		return this.#options.isSecretName?.(name) === true;
	}
	#isHidden(map, key, at) {
		const value = map[key] ?? null;
		if (value === null || value === "" || typeof value === "boolean") return false;
		if (key === LAST_APPLIED || this.#isNamedSecret(map, key)) return true;
		if (typeof value === "object" || rootKey(at) === "metadata") return false;
		return this.#isListed(key) || this.#options.userKeys === true && isSecretKey(key);
	}
	/** Whether the name that stands beside a value, as in an environment variable, is that of a secret. */
	#isNamedSecret(map, key) {
		const name = map["name"];
		return key === "value" && typeof name === "string" && (isSecretName(name) || this.#isListed(name));
	}
};
function rootKey(at) {
	let place = at;
	while (place?.parent) place = place.parent;
	return place?.key;
}
function pointerOf(at) {
	return pointerTo(at.parent ? pointerOf(at.parent) : "", at.key);
}
/** The place and everything that it is in. */
function upwards(at) {
	const places = [at];
	let end = at.lastIndexOf("/");
	while (end > 0) {
		places.push(at.slice(0, end));
		end = at.lastIndexOf("/", end - 1);
	}
	if (at !== "") places.push("");
	return places;
}

// src/core/diff/disruption-budget.ts
/**
* Whether a PodDisruptionBudget lets more pods be evicted than before. A number against a percentage cannot be
* compared without the replicas, so it counts as looser.
*/
function loosensBudget(field, old, now) {
	const [before, after] = [amountOf(old), amountOf(now)];
	if (!before) return field === "maxUnavailable";
	if (!after || before.unit !== after.unit) return true;
	return field === "minAvailable" ? after.amount < before.amount : after.amount > before.amount;
}
function amountOf(value) {
	if (typeof value === "bigint") return {
		amount: value,
		unit: ""
	};
	const percentage = typeof value === "string" ? /^(\d{1,9})%$/.exec(value)?.[1] : void 0;
	return percentage === void 0 ? void 0 : {
		amount: BigInt(percentage),
		unit: "%"
	};
}

// src/core/diff/granted-verbs.ts
/** Sub-resources through which kubectl acts at once, with no manifest to be changed, and the words for it. */
const ACTING = [
	{
		group: "",
		resource: "pods/eviction",
		verbs: ["drain"]
	},
	{
		group: "",
		resource: "pods/exec",
		verbs: ["exec"],
		byReading: true
	},
	{
		group: "",
		resource: "pods/attach",
		verbs: ["exec"],
		byReading: true
	},
	{
		group: "",
		resource: "pods/ephemeralcontainers",
		verbs: ["exec", "debug"]
	},
	{
		group: "",
		resource: "pods/portforward",
		verbs: ["port-forward"],
		byReading: true
	},
	{
		group: "",
		resource: "pods/proxy",
		verbs: ["proxy"],
		byReading: true
	},
	{
		group: "",
		resource: "services/proxy",
		verbs: ["proxy"],
		byReading: true
	},
	{
		group: "",
		resource: "nodes/proxy",
		verbs: ["proxy"],
		byReading: true
	},
	{
		group: "",
		resource: "serviceaccounts/token",
		verbs: ["create-token"]
	},
	{
		group: "certificates.k8s.io",
		resource: "certificatesigningrequests/approval",
		verbs: ["certificate-approve"]
	}
];
const READING = /* @__PURE__ */ new Set([
	"get",
	"list",
	"watch"
]);
/**
* What a rule of a Role lets its holders do without any manifest, wildcards included, with the entry of `resources`
* that says so. RBAC knows the wildcards `*` and, for one sub-resource of every kind, `*` before it.
*/
function grantedVerbs(rule) {
	if (!isJsonObject(rule)) return [];
	const groups = new Set(textsOf(rule["apiGroups"]));
	const onlyReads = isJsonList(rule["verbs"]) && textsOf(rule["verbs"]).every((verb) => READING.has(verb));
	const acting = ACTING.filter(({ group, byReading }) => (groups.has(group) || groups.has("*")) && (byReading || !onlyReads));
	return textsOf(rule["resources"]).flatMap((written, index) => acting.filter(({ resource }) => covers(written, resource)).flatMap(({ verbs }) => verbs.map((verb) => ({
		verb,
		below: pointerTo("/resources", index)
	}))));
}
function covers(written, resource) {
	const [, part = ""] = resource.split("/");
	return [
		"*",
		resource,
		`*/${part}`
	].some((name) => name === written);
}
/** The texts of a list, each at its index. */
function textsOf(value) {
	return isJsonList(value) ? value.map((item) => typeof item === "string" ? item : void 0) : [];
}

// src/core/diff/cluster-verb-rules.ts
const ROLES = ["rbac.authorization.k8s.io/Role", "rbac.authorization.k8s.io/ClusterRole"];
const BINDINGS = ["rbac.authorization.k8s.io/RoleBinding", "rbac.authorization.k8s.io/ClusterRoleBinding"];
/** The type of a Secret in which the cluster puts a token that does not expire. */
const TOKEN_TYPE = "kubernetes.io/service-account-token";
/** The kinds that `kubectl auth reconcile` writes. */
const RBAC_KINDS = /* @__PURE__ */ new Set([...ROLES, ...BINDINGS]);
/** What a cluster's administrators decide: who may do what, which nodes take pods, how many pods may be away. */
const CLUSTER_VERB_RULES = [
	{
		in: BINDINGS,
		at: ["subjects"],
		verbs: ["set-subject", "auth-reconcile"]
	},
	{
		in: ["core/Secret"],
		at: ["type"],
		decide: (_old, now) => now === "kubernetes.io/service-account-token" ? ["create-token"] : []
	},
	{
		in: BINDINGS,
		at: ["roleRef"],
		verbs: ["auth-reconcile"]
	},
	{
		in: ROLES,
		at: ["rules[]"],
		decide: (_old, now) => [
			...now === void 0 ? [] : grantedVerbs(now),
			"auth-reconcile",
			"patch"
		]
	},
	{
		in: ROLES,
		at: ["rules", "aggregationRule"],
		verbs: ["auth-reconcile", "patch"]
	},
	{
		in: ROLES,
		at: [
			"admin",
			"edit",
			"view"
		].map((role) => `metadata.labels['rbac.authorization.k8s.io/aggregate-to-${role}']`),
		verbs: ["label", "auth-reconcile"]
	},
	{
		in: ["core/Node"],
		at: ["spec.unschedulable"],
		decide: (_old, now) => [now === true ? "cordon" : "uncordon"]
	},
	{
		in: ["core/Node"],
		at: ["spec.taints[]"],
		decide: (_old, now) => isJsonObject(now) && now["effect"] === "NoExecute" ? ["taint", "drain"] : ["taint"]
	},
	{
		in: ["core/Node"],
		at: ["spec.taints"],
		decide: (_old, now) => now === void 0 ? ["taint"] : []
	},
	{
		in: ["policy/PodDisruptionBudget"],
		at: ["spec.minAvailable"],
		decide: (old, now) => loosensBudget("minAvailable", old, now) ? ["drain"] : []
	},
	{
		in: ["policy/PodDisruptionBudget"],
		at: ["spec.maxUnavailable"],
		decide: (old, now) => loosensBudget("maxUnavailable", old, now) ? ["drain"] : []
	},
	{
		in: ["policy/PodDisruptionBudget"],
		at: ["spec.selector"],
		verbs: ["drain", "patch"]
	},
	{
		in: ["policy/PodDisruptionBudget"],
		at: ["spec.unhealthyPodEvictionPolicy"],
		decide: (_old, now) => now === "AlwaysAllow" ? ["drain", "patch"] : []
	}
];

// src/core/diff/gitops-verb-rules.ts
const APPLICATION = ["argoproj.io/Application"];
const APPLICATION_SET = ["argoproj.io/ApplicationSet"];
/**
* What tells Argo CD and Flux to act, in the words of `argocd app` and `flux`. Turning pruning on is `delete` too: it
* takes away what has left Git before. An object of theirs that is edited is a `patch` all the same.
*/
const GITOPS_VERB_RULES = [
	{
		in: APPLICATION,
		at: ["operation"],
		decide: (_old, now) => now === void 0 ? ["app-terminate", "patch"] : []
	},
	{
		in: APPLICATION,
		at: ["operation"],
		verbs: ["app-sync", "patch"]
	},
	{
		in: APPLICATION,
		at: ["spec.syncPolicy.automated.prune"],
		decide: (_old, now) => now === true ? [
			"delete",
			"app-sync",
			"patch"
		] : []
	},
	{
		in: APPLICATION,
		at: [
			"spec.syncPolicy",
			"spec.source.targetRevision",
			"spec.sources[].targetRevision"
		],
		verbs: ["app-sync", "patch"]
	},
	{
		in: APPLICATION_SET,
		at: ["spec.template.spec.syncPolicy.automated.prune"],
		decide: (_old, now) => now === true ? [
			"delete",
			"app-sync",
			"patch"
		] : []
	},
	{
		in: APPLICATION_SET,
		at: [
			"spec.template.spec.syncPolicy",
			"spec.template.spec.source.targetRevision",
			"spec.template.spec.sources[].targetRevision"
		],
		verbs: ["app-sync", "patch"]
	},
	{
		in: ["argoproj.io/AppProject"],
		at: ["spec.syncWindows"],
		verbs: ["app-sync", "patch"]
	},
	{
		in: ["*"],
		at: ["metadata.annotations['argocd.argoproj.io/sync-options']"],
		verbs: ["annotate", "app-sync"]
	},
	{
		in: ["*"],
		at: ["metadata.annotations['argocd.argoproj.io/skip-reconcile']"],
		decide: (_old, now) => ["annotate", now === "true" ? "pause" : "resume"]
	},
	{
		in: ["*"],
		at: ["metadata.annotations['kustomize.toolkit.fluxcd.io/reconcile']"],
		decide: (_old, now) => ["annotate", now === "disabled" ? "pause" : "resume"]
	},
	{
		in: ["kustomize.toolkit.fluxcd.io/Kustomization"],
		at: ["spec.prune"],
		decide: (_old, now) => now === true ? ["delete", "patch"] : []
	}
];

// src/core/diff/kustomize-verb-rules.ts
const KUSTOMIZATIONS = ["kustomize.config.k8s.io/Kustomization", "kustomize.config.k8s.io/Component"];
/**
* What an edit of a kustomization does to the objects that it builds: an entry less takes its objects away, an entry more
* brings them. What a patch or a transformer does is not seen here; it stays `patch`.
*/
const KUSTOMIZE_VERB_RULES = [
	{
		in: KUSTOMIZATIONS,
		at: [
			"resources[]",
			"bases[]",
			"components[]",
			"crds[]",
			"helmCharts[]"
		],
		decide: entryVerbs
	},
	{
		in: KUSTOMIZATIONS,
		at: ["configMapGenerator[]", "secretGenerator[]"],
		decide: entryVerbs
	},
	{
		in: KUSTOMIZATIONS,
		at: ["images"],
		verbs: ["set-image"]
	},
	{
		in: KUSTOMIZATIONS,
		at: ["replicas"],
		verbs: ["scale"]
	},
	{
		in: KUSTOMIZATIONS,
		at: ["labels", "commonLabels"],
		verbs: ["label"]
	},
	{
		in: KUSTOMIZATIONS,
		at: ["commonAnnotations"],
		verbs: ["annotate"]
	}
];
function entryVerbs(old, now) {
	if (old === void 0) return ["create"];
	if (now === void 0) return ["delete"];
	return typeof now === "object" ? [] : ["create", "delete"];
}

// src/core/diff/open-ports.ts
/** The `port-forward` of a new container: each port that it takes on its node. */
function hostPortWords(container) {
	const ports = isJsonObject(container) ? container["ports"] : void 0;
	if (!isJsonList(ports)) return [];
	return ports.flatMap((port, index) => portWords(port, "hostPort", pointerTo("/ports", index)));
}
/** The `port-forward` of a new port of a Service: the one that it takes on every node. */
function nodePortWords(port) {
	return portWords(port, "nodePort", "");
}
function portWords(port, field, above) {
	return (isJsonObject(port) ? port[field] : void 0) === void 0 ? [] : [{
		verb: "port-forward",
		below: pointerTo(above, field)
	}];
}

// src/core/diff/route-verb-rules.ts
const GATEWAY_ROUTES = [
	"HTTPRoute",
	"GRPCRoute",
	"TLSRoute",
	"TCPRoute",
	"UDPRoute"
].map((kind) => `gateway.networking.k8s.io/${kind}`);
const LISTENERS = [
	"gateway.networking.k8s.io/Gateway",
	"gateway.networking.k8s.io/ListenerSet",
	"gateway.networking.x-k8s.io/XListenerSet"
];
const TRAEFIK_ROUTES = ["traefik.io", "traefik.containo.us"].flatMap((group) => [
	"IngressRoute",
	"IngressRouteTCP",
	"IngressRouteUDP"
].map((kind) => `${group}/${kind}`));
/** The kinds of which a new object is `expose`. */
const EXPOSING = /* @__PURE__ */ new Set([
	"core/Service",
	"networking.k8s.io/Ingress",
	"networking.istio.io/Gateway",
	"networking.istio.io/VirtualService",
	"projectcontour.io/HTTPProxy",
	"route.openshift.io/Route",
	...TRAEFIK_ROUTES,
	...LISTENERS,
	...GATEWAY_ROUTES
]);
/** What lets people reach a workload: Services, Ingresses and the routes of gateways. */
const ROUTE_VERB_RULES = [
	{
		in: ["core/Service"],
		at: ["spec.selector"],
		verbs: ["set-selector"]
	},
	{
		in: ["core/Service"],
		at: ["spec.type", "spec.externalIPs"],
		verbs: ["expose"]
	},
	{
		in: ["core/Service"],
		at: ["spec.ports[].nodePort"],
		verbs: ["port-forward"]
	},
	{
		in: ["core/Service"],
		at: ["spec.ports[]"],
		decide: (old, now) => old === void 0 && now !== void 0 ? ["expose", ...nodePortWords(now)] : []
	},
	{
		in: ["networking.k8s.io/Ingress"],
		at: [
			"spec.defaultBackend",
			"spec.backend",
			"spec.rules[]",
			"spec.rules[].http.paths[]"
		],
		decide: exposesWhenAdded
	},
	{
		in: ["networking.k8s.io/Ingress"],
		at: ["spec.rules[].host", "spec.rules[].http.paths[].path"],
		decide: (_old, now) => now === void 0 ? ["patch"] : ["expose"]
	},
	{
		in: LISTENERS,
		at: ["spec.listeners[]"],
		decide: exposesWhenAdded
	},
	{
		in: LISTENERS,
		at: ["spec.listeners[].hostname", "spec.listeners[].port"],
		verbs: ["expose"]
	},
	{
		in: GATEWAY_ROUTES,
		at: [
			"spec.hostnames",
			"spec.parentRefs",
			"spec.rules[].matches"
		],
		verbs: ["expose"]
	},
	{
		in: GATEWAY_ROUTES,
		at: ["spec.rules[]"],
		decide: exposesWhenAdded
	},
	{
		in: ["networking.istio.io/VirtualService"],
		at: ["spec.hosts", "spec.gateways"],
		verbs: ["expose"]
	},
	{
		in: ["networking.istio.io/VirtualService"],
		at: [
			"spec.http[]",
			"spec.tls[]",
			"spec.tcp[]"
		],
		decide: exposesWhenAdded
	},
	{
		in: ["networking.istio.io/VirtualService"],
		at: [
			"spec.http[].match",
			"spec.tls[].match",
			"spec.tcp[].match"
		],
		verbs: ["expose"]
	},
	{
		in: ["networking.istio.io/Gateway"],
		at: ["spec.servers[].hosts", "spec.servers[].port"],
		verbs: ["expose"]
	},
	{
		in: ["networking.istio.io/Gateway"],
		at: ["spec.servers[]"],
		decide: exposesWhenAdded
	},
	{
		in: TRAEFIK_ROUTES,
		at: ["spec.entryPoints", "spec.routes[].match"],
		verbs: ["expose"]
	},
	{
		in: TRAEFIK_ROUTES,
		at: ["spec.routes[]"],
		decide: exposesWhenAdded
	},
	{
		in: ["projectcontour.io/HTTPProxy"],
		at: ["spec.virtualhost.fqdn", "spec.routes[].conditions"],
		verbs: ["expose"]
	},
	{
		in: ["projectcontour.io/HTTPProxy"],
		at: [
			"spec.routes[]",
			"spec.virtualhost",
			"spec.tcpproxy"
		],
		decide: exposesWhenAdded
	},
	{
		in: ["route.openshift.io/Route"],
		at: [
			"spec.host",
			"spec.path",
			"spec.wildcardPolicy"
		],
		verbs: ["expose"]
	}
];
function exposesWhenAdded(old, now) {
	return old === void 0 && now !== void 0 ? ["expose"] : [];
}

// src/core/diff/field-verb-rules.ts
/** The kinds that scale something by themselves. */
const AUTOSCALERS = /* @__PURE__ */ new Set([
	"autoscaling/HorizontalPodAutoscaler",
	"autoscaling.k8s.io/VerticalPodAutoscaler",
	"keda.sh/ScaledObject",
	"keda.sh/ScaledJob"
]);
/** The annotations that make an object a hook: it runs at the moment that they name. */
const HOOKS = ["argocd.argoproj.io/hook", "helm.sh/hook"];
/** The rules, first match first. */
const FIELD_VERB_RULES = [
	{
		in: ["*"],
		at: ["metadata.annotations['autoscaling.keda.sh/paused-replicas']"],
		verbs: ["scale"]
	},
	{
		in: ["*"],
		at: ["metadata.annotations['autoscaling.keda.sh/paused']"],
		verbs: ["autoscale", "annotate"]
	},
	{
		in: ["*"],
		at: HOOKS.map((hook) => `metadata.annotations['${hook}']`),
		decide: (_old, now) => now === void 0 ? [] : ["annotate", "exec"]
	},
	{
		in: ["*"],
		at: ["metadata.labels"],
		verbs: ["label"]
	},
	{
		in: ["*"],
		at: ["metadata.annotations"],
		verbs: ["annotate"]
	},
	{
		in: ["autoscaling/HorizontalPodAutoscaler"],
		at: ["spec.minReplicas", "spec.maxReplicas"],
		verbs: ["scale", "autoscale"]
	},
	{
		in: ["keda.sh/ScaledObject", "keda.sh/ScaledJob"],
		at: [
			"spec.minReplicaCount",
			"spec.maxReplicaCount",
			"spec.idleReplicaCount"
		],
		verbs: ["scale", "autoscale"]
	},
	{
		in: [...AUTOSCALERS],
		at: ["spec"],
		verbs: ["autoscale"]
	},
	{
		in: ["*"],
		at: ["spec.replicas"],
		verbs: ["scale"]
	},
	{
		in: ["*"],
		at: ["spec.paused", "spec.suspend"],
		decide: (_old, now) => [now === true ? "pause" : "resume"]
	},
	...GITOPS_VERB_RULES,
	...KUSTOMIZE_VERB_RULES,
	{
		in: ["pod"],
		at: ["$template.metadata.annotations['kubectl.kubernetes.io/restartedAt']"],
		verbs: ["restart"]
	},
	{
		in: ["pod"],
		at: ["$pod.serviceAccountName", "$pod.serviceAccount"],
		verbs: ["set-serviceaccount"]
	},
	{
		in: ["pod"],
		at: ["$pod.resources", "$container.resources"],
		verbs: ["set-resources"]
	},
	{
		in: ["pod"],
		at: ["$pod.tolerations[]"],
		decide: (old) => old === void 0 ? ["taint"] : ["taint", "drain"]
	},
	{
		in: ["pod"],
		at: ["$pod.ephemeralContainers[]"],
		decide: () => ["exec", "debug"]
	},
	{
		in: ["pod"],
		at: ["$pod.ephemeralContainers"],
		verbs: ["exec", "debug"]
	},
	{
		in: ["pod"],
		at: ["$container"],
		wholeOnly: true,
		decide: (old, now) => old === void 0 && now !== void 0 ? ["exec", ...hostPortWords(now)] : []
	},
	{
		in: ["pod"],
		at: ["$container.image"],
		verbs: ["set-image"]
	},
	{
		in: ["pod"],
		at: ["$container.env", "$container.envFrom"],
		verbs: ["set-env"]
	},
	{
		in: ["pod"],
		at: [
			"$container.command",
			"$container.args",
			"$container.lifecycle",
			"$container.livenessProbe.exec",
			"$container.readinessProbe.exec",
			"$container.startupProbe.exec"
		],
		verbs: ["exec"]
	},
	{
		in: ["pod"],
		at: ["$container.ports[].hostPort"],
		verbs: ["port-forward"]
	},
	...ROUTE_VERB_RULES,
	...CLUSTER_VERB_RULES
];

// src/core/diff/immutable-fields.ts
/** Fields that the API server refuses to change in place, by kind: the place itself and everything below it. */
const IMMUTABLE = /* @__PURE__ */ new Map([
	["apps/Deployment", ["/spec/selector"]],
	["apps/DaemonSet", ["/spec/selector"]],
	["apps/ReplicaSet", ["/spec/selector"]],
	["apps/ControllerRevision", ["/data"]],
	["batch/Job", [
		"/spec/template",
		"/spec/selector",
		"/spec/completionMode",
		"/spec/podFailurePolicy",
		"/spec/successPolicy",
		"/spec/backoffLimitPerIndex",
		"/spec/managedBy"
	]],
	["rbac.authorization.k8s.io/RoleBinding", ["/roleRef"]],
	["rbac.authorization.k8s.io/ClusterRoleBinding", ["/roleRef"]],
	["core/Service", ["/spec/clusterIP", "/spec/clusterIPs"]],
	["core/ResourceQuota", ["/spec/scopes"]],
	["core/Secret", ["/type"]],
	["discovery.k8s.io/EndpointSlice", ["/addressType"]],
	["networking.k8s.io/IngressClass", ["/spec/controller"]],
	["gateway.networking.k8s.io/GatewayClass", ["/spec/controllerName"]],
	["apiextensions.k8s.io/CustomResourceDefinition", [
		"/spec/scope",
		"/spec/group",
		"/spec/names/kind",
		"/spec/names/plural"
	]],
	["certificates.k8s.io/CertificateSigningRequest", ["/spec"]],
	["node.k8s.io/RuntimeClass", ["/handler"]],
	["resource.k8s.io/ResourceClaim", ["/spec"]],
	["resource.k8s.io/ResourceClaimTemplate", ["/spec"]],
	["scheduling.k8s.io/PriorityClass", ["/value", "/preemptionPolicy"]],
	["snapshot.storage.k8s.io/VolumeSnapshot", ["/spec/source"]],
	["snapshot.storage.k8s.io/VolumeSnapshotClass", [
		"/driver",
		"/deletionPolicy",
		"/parameters"
	]],
	["storage.k8s.io/CSIDriver", ["/spec/attachRequired", "/spec/volumeLifecycleModes"]],
	["storage.k8s.io/StorageClass", [
		"/provisioner",
		"/parameters",
		"/reclaimPolicy",
		"/volumeBindingMode"
	]],
	["storage.k8s.io/VolumeAttributesClass", ["/driverName", "/parameters"]]
]);
/** Kinds whose spec is fixed but for these places. */
const MUTABLE = /* @__PURE__ */ new Map([
	["apps/StatefulSet", [
		"/spec/replicas",
		"/spec/ordinals",
		"/spec/template",
		"/spec/updateStrategy",
		"/spec/persistentVolumeClaimRetentionPolicy",
		"/spec/minReadySeconds",
		"/spec/revisionHistoryLimit"
	]],
	["core/PersistentVolumeClaim", ["/spec/resources/requests/storage", "/spec/volumeAttributesClassName"]],
	["core/PersistentVolume", [
		"/spec/accessModes",
		"/spec/capacity",
		"/spec/claimRef",
		"/spec/mountOptions",
		"/spec/nodeAffinity",
		"/spec/persistentVolumeReclaimPolicy",
		"/spec/storageClassName",
		"/spec/volumeAttributesClassName"
	]],
	["core/Pod", [
		"/spec/containers/[]/image",
		"/spec/initContainers/[]/image",
		"/spec/ephemeralContainers",
		"/spec/activeDeadlineSeconds",
		"/spec/schedulingGates",
		"/spec/tolerations"
	]]
]);
const isFrozen = (object) => object["immutable"] === true;
const wasLoadBalancer = (object) => valueAt(object, "/spec/type") === "LoadBalancer";
const DATA = [
	"/data",
	"/binaryData",
	"/stringData",
	"/immutable"
];
/** Fields that are fixed in some cases only. */
const SOMETIMES = /* @__PURE__ */ new Map([
	["core/ConfigMap", DATA.map((place) => [place, isFrozen])],
	["core/Secret", DATA.map((place) => [place, isFrozen])],
	["core/PersistentVolumeClaim", [["/spec/resources/requests/storage", (_object, field) => shrinks(field)]]],
	["core/PersistentVolume", [["/spec/nodeAffinity", (object) => valueAt(object, "/spec/nodeAffinity") !== void 0]]],
	["core/Pod", [["/spec/tolerations", (_object, field) => field.old !== void 0], ["/spec/schedulingGates", (_object, field) => field.now !== void 0]]],
	["core/Service", [["/spec/loadBalancerClass", wasLoadBalancer], ["/spec/healthCheckNodePort", wasLoadBalancer]]],
	["batch/Job", [["/spec/completions", (object) => valueAt(object, "/spec/completionMode") !== "Indexed"]]]
]);
/**
* Whether a change at a place cannot be made in place: the object has to be deleted and created again, or the sync
* fails. `kind` is `group/Kind`, `object` the object as it was.
*/
function isImmutable(kind, object, field) {
	const { place } = field;
	if (IMMUTABLE.get(kind)?.some((root) => isAtOrBelow(place, root))) return true;
	if (SOMETIMES.get(kind)?.some(([root, holds]) => isAtOrBelow(place, root) && holds(object, field))) return true;
	const mutable = MUTABLE.get(kind);
	return mutable !== void 0 && isBelow(place, "/spec") && !mutable.some((root) => isAtOrBelow(place, root));
}
function isAtOrBelow(place, root) {
	return place === root || isBelow(place, root);
}
function isBelow(place, root) {
	return place.startsWith(`${root}/`);
}
/** A claim may grow in place; what cannot be compared counts as smaller. */
function shrinks({ old, now }) {
	const [before, after] = [parseQuantity(old ?? null), parseQuantity(now ?? null)];
	return !before || !after || compareDecimals(after, before) < 0;
}

// src/core/diff/pod-template.ts
/** Where each kind keeps its pod template: a path, empty when the object is the pod itself. */
const POD_TEMPLATES = /* @__PURE__ */ new Map([
	["core/Pod", ""],
	["core/PodTemplate", "template"],
	["core/ReplicationController", "spec.template"],
	["apps/Deployment", "spec.template"],
	["apps/StatefulSet", "spec.template"],
	["apps/DaemonSet", "spec.template"],
	["apps/ReplicaSet", "spec.template"],
	["batch/Job", "spec.template"],
	["batch/CronJob", "spec.jobTemplate.spec.template"],
	["argoproj.io/Rollout", "spec.template"]
]);
const CONTAINER_LISTS = [
	"containers",
	"initContainers",
	"ephemeralContainers"
];
/** The path of a kind's pod template; undefined when it is not known to have one. */
function podTemplateOf(ref) {
	return POD_TEMPLATES.get(groupKind({
		group: storedGroup(ref),
		kind: ref.kind
	}));
}
/** The kinds that are known to have a pod template. */
const POD_KINDS = [...POD_TEMPLATES.keys()];
/** Writes out `$template`, `$pod` (the pod's spec) and `$container` (an entry of each list of containers). */
function writeOutPath(path, template) {
	const prefix = template ? `${template}.` : "";
	const [head, rest] = splitHead(path);
	switch (head) {
		case "$template": return [prefix + rest.slice(1)];
		case "$pod": return [`${prefix}spec${rest}`];
		case "$container": return CONTAINER_LISTS.map((list) => `${prefix}spec.${list}[]${rest}`);
		default: return [path];
	}
}
function splitHead(path) {
	const end = path.indexOf(".");
	return end < 0 ? [path, ""] : [path.slice(0, end), path.slice(end)];
}

// src/core/diff/field-verbs.ts
/**
* The words for a difference at one place. Everything below it has to be explained by a word; what is not adds
* `patch`.
*/
function fieldVerbs(context, field) {
	const decided = rulesAt(context, field.place).find((rule) => rule.decide)?.decide?.(field.old, field.now) ?? [];
	if (decided.length > 0) return say(context, field, decided);
	const children = childrenOf(field);
	if (children.length > 0) return children.flatMap((child) => fieldVerbs(context, child));
	return say(context, field, wordsFor(context, field.place));
}
function rulesAt(context, place) {
	return rulesFor(context).get(place) ?? [];
}
const rulesByKind = /* @__PURE__ */ new Map();
function rulesFor(context) {
	const labels = [
		"*",
		context.kind,
		...context.template === void 0 ? [] : ["pod"]
	];
	const key = `${String(context.isPiece)} ${context.template ?? "(none)"} ${KINDS.has(context.kind) ? context.kind : ""}`;
	const known = rulesByKind.get(key);
	if (known) return known;
	const rules = /* @__PURE__ */ new Map();
	for (const rule of FIELD_VERB_RULES) {
		if (!rule.in.some((label) => labels.includes(label)) || context.isPiece && rule.wholeOnly) continue;
		for (const path of rule.at.flatMap((at) => writeOutPath(at, context.template))) {
			const place = placeOfPath(path);
			rules.set(place, [...rules.get(place) ?? [], rule]);
		}
	}
	rulesByKind.set(key, rules);
	return rules;
}
const KINDS = new Set(FIELD_VERB_RULES.flatMap((rule) => rule.in));
/** The words of the nearest rule for a place or what it is in. */
function wordsFor(context, place) {
	for (let at = place; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
		const rule = rulesAt(context, at).find((candidate) => candidate.verbs);
		if (rule?.verbs) return rule.verbs;
	}
	return [];
}
/** The parts in which two values differ; none when neither has parts or one is of another form. */
function childrenOf(field) {
	const forms = [field.old, field.now].filter((value) => value !== void 0);
	if (forms.every((value) => isJsonObject(value))) return membersOf(field).filter(differs);
	return forms.every((value) => isJsonList(value)) ? entriesOf(field).filter(differs) : [];
}
function membersOf(field) {
	const [before, after] = [isJsonObject(field.old) ? field.old : {}, isJsonObject(field.now) ? field.now : {}];
	return [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].map((key) => ({
		place: pointerTo(field.place, key),
		old: own(before, key),
		oldAt: pointerTo(field.oldAt, key),
		now: own(after, key),
		at: pointerTo(field.at, key)
	}));
}
function own(object, key) {
	return Object.hasOwn(object, key) ? object[key] : void 0;
}
function entriesOf(field) {
	const [before, after] = [isJsonList(field.old) ? field.old : [], isJsonList(field.now) ? field.now : []];
	const place = pointerTo(field.place, "[]");
	return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => ({
		place,
		old: before[index],
		oldAt: pointerTo(field.oldAt, index),
		now: after[index],
		at: pointerTo(field.at, index)
	}));
}
function differs({ old, now }) {
	if (old === void 0 || now === void 0) return true;
	return canonicalJson(old) !== canonicalJson(now);
}
/** Says the words of the place; `replace` too when it cannot be changed in place, `patch` when nothing explains it. */
function say(context, field, words) {
	const all = !context.isPiece && isImmutable(context.kind, context.old, field) ? [...words, "replace"] : words.length > 0 ? words : ["patch"];
	const side = field.now === void 0 ? "old" : "new";
	const path = side === "old" ? field.oldAt : field.at;
	return all.map((word) => typeof word === "string" ? {
		verb: word,
		side,
		path
	} : {
		verb: word.verb,
		side,
		path: path + word.below
	});
}

// src/core/diff/created-verbs.ts
/** A CronJob counts: what it runs once it is there needs no further change. */
const JOBS = /* @__PURE__ */ new Set(["batch/Job", "batch/CronJob"]);
const NO_WORDS = [];
/** The words for a new object besides `create`. */
function createdVerbs(context, object) {
	return [
		...kindVerbs(context.kind).map((verb) => said(verb, "")),
		...hookVerbs(object),
		...context.kind === "core/Secret" && object["type"] === "kubernetes.io/service-account-token" ? [said("create-token", "/type")] : [],
		...RBAC_KINDS.has(context.kind) ? roleVerbs(object["rules"]) : [],
		...context.template !== void 0 || context.kind === "core/Service" ? openPorts(context, object) : []
	];
}
function said(verb, path) {
	return {
		verb,
		side: "new",
		path
	};
}
function kindVerbs(kind) {
	const verbs = [];
	if (kind === "core/Pod") verbs.push("run");
	if (JOBS.has(kind)) verbs.push("create-job", "exec");
	if (EXPOSING.has(kind)) verbs.push("expose");
	if (AUTOSCALERS.has(kind)) verbs.push("autoscale");
	if (RBAC_KINDS.has(kind)) verbs.push("auth-reconcile");
	return verbs;
}
function hookVerbs(object) {
	const annotations = valueAt(object, "/metadata/annotations");
	if (!isJsonObject(annotations)) return NO_WORDS;
	return HOOKS.filter((hook) => textAt(annotations, hook) !== void 0).map((hook) => said("exec", pointerTo("/metadata/annotations", hook)));
}
function roleVerbs(rules) {
	if (!isJsonList(rules)) return NO_WORDS;
	return rules.flatMap((rule, index) => grantedVerbs(rule).map(({ verb, below }) => said(verb, pointerTo("/rules", index) + below)));
}
/** Ports that a new object opens on nodes. */
function openPorts(context, object) {
	return fieldVerbs(context, {
		place: "",
		old: void 0,
		oldAt: "",
		now: object,
		at: ""
	}).filter(({ verb }) => verb === "port-forward");
}

// src/core/diff/deleted-verbs.ts
/** The words for an object that goes. One that is kept from being pruned is `orphan`, and `delete` all the same: somebody may not prune as Git says. */
function deletedVerbs(kind, object) {
	const whole = {
		verb: "delete",
		side: "old",
		path: ""
	};
	return [
		whole,
		...kind === "policy/PodDisruptionBudget" ? [{
			...whole,
			verb: "drain"
		}] : [],
		...KEEPERS.filter(([at, keeps]) => keeps(valueAt(object, at))).map(([path]) => ({
			...whole,
			verb: "orphan",
			path
		}))
	];
}
const FLUX = "kustomize.toolkit.fluxcd.io/prune";
/** What tells each tool to leave an object in the cluster that has left Git. Flux reads labels as well. */
const KEEPERS = [
	[pointerTo("/metadata/annotations", "argocd.argoproj.io/sync-options"), (value) => wordsOf$1(value).includes("prune=false")],
	[pointerTo("/metadata/annotations", "helm.sh/resource-policy"), (value) => wordsOf$1(value).includes("keep")],
	[pointerTo("/metadata/annotations", FLUX), (value) => wordsOf$1(value).includes("disabled")],
	[pointerTo("/metadata/labels", FLUX), (value) => wordsOf$1(value).includes("disabled")]
];
function wordsOf$1(value) {
	return typeof value === "string" ? value.split(",").map((part) => part.trim().toLowerCase()) : [];
}

// src/core/diff/said-verb.ts
/** One place for each word and side: where it was said of several, the nearest that they are all in. */
function gatherVerbs(said) {
	const places = /* @__PURE__ */ new Map();
	for (const one of said) {
		const key = `${one.side} ${one.verb}`;
		const other = places.get(key);
		places.set(key, other ? {
			...one,
			path: commonParent(one.path, other.path)
		} : one);
	}
	return [...places.values()];
}
/** Each word and place once, in the order of {@link VERBS}, then of the paths, the old object's first. */
function sortVerbs(said) {
	return [...new Map(said.map((one) => [`${one.verb} ${one.side} ${one.path}`, one])).values()].toSorted((a, b) => orderOf$1(a.verb) - orderOf$1(b.verb) || comparePointers(a.path, b.path) || Number(a.side === "new") - Number(b.side === "new"));
}
const ORDER = new Map(VERBS.map((verb, index) => [verb, index]));
function orderOf$1(verb) {
	return ORDER.get(verb) ?? VERBS.length;
}
function commonParent(a, b) {
	const [left, right] = [a.split("/"), b.split("/")];
	const end = left.findIndex((key, index) => key !== right[index]);
	return end < 0 ? a : left.slice(0, end).join("/");
}

// src/core/diff/verbs.ts
/**
* What somebody would have typed to do the same by hand, with the places that say so: at least one word, sorted by
* {@link sortVerbs}. A place exists in the object of its side.
*/
function verbsOf(operation, changed) {
	const said = changed.role === "kustomize-patch" ? patchVerbs(operation, changed) : wholeVerbs(operation, changed);
	if (said.length > 0) return sortVerbs(said);
	return [{
		verb: "patch",
		side: changed.now ? "new" : "old",
		path: ""
	}];
}
function wholeVerbs(operation, changed) {
	if (operation === "UPDATE") return updateVerbs(changed);
	if (operation === "DELETE") return deletedVerbs(kindOf$3(changed), changed.old ?? emptyObject());
	return [{
		verb: "create",
		side: "new",
		path: ""
	}, ...createdVerbs(contextOf(changed), changed.now ?? emptyObject())];
}
function updateVerbs(changed) {
	const context = contextOf(changed);
	return changed.differences.flatMap((difference) => {
		const { op, at } = difference;
		if (op === "reorder") return [{
			verb: "patch",
			side: "new",
			path: at
		}];
		const oldAt = op === "replace" ? difference.oldAt : at;
		const old = op === "add" ? void 0 : valueIn$1(changed.old, oldAt);
		const now = op === "remove" ? void 0 : valueIn$1(changed.now, at);
		return gatherVerbs(fieldVerbs(context, {
			place: placeOfPointer(at),
			old,
			oldAt,
			now,
			at
		}));
	});
}
/**
* A new patch says what some fields are from now on, and one that goes no longer says it, so the words for these
* fields are added. That it is a patch is known from names of files only: the words for a whole object stay, but an
* object that a patch keeps from being pruned is not gone with the patch.
*/
function patchVerbs(operation, changed) {
	const said = [
		...wholeVerbs(operation, changed).filter(({ verb }) => verb !== "orphan"),
		...deletionIn("old", changed.old),
		...deletionIn("new", changed.now)
	];
	if (operation === "UPDATE") return said;
	const object = withoutName(changed.now ?? changed.old ?? emptyObject());
	const [old, now] = changed.now ? [void 0, object] : [object, void 0];
	const fields = fieldVerbs(contextOf(changed), {
		place: "",
		old,
		oldAt: "",
		now,
		at: ""
	});
	return [...said, ...gatherVerbs(fields)];
}
function deletionIn(side, patch) {
	return patch?.["$patch"] === "delete" ? [{
		verb: "delete",
		side,
		path: "/$patch"
	}] : [];
}
/** What the patch says besides which object it is for. */
function withoutName(patch) {
	const rest = emptyObject();
	for (const [key, value] of Object.entries(patch)) {
		if (key === "apiVersion" || key === "kind") continue;
		if (key !== "metadata" || !isJsonObject(value)) rest[key] = value;
		else {
			const entries = Object.entries(value).filter(([field]) => field !== "name" && field !== "namespace");
			if (entries.length > 0) rest[key] = Object.fromEntries(entries);
		}
	}
	return rest;
}
function contextOf(changed) {
	return {
		kind: kindOf$3(changed),
		template: podTemplateOf(changed.ref) ?? (hasPodTemplate(changed) ? "spec.template" : void 0),
		old: changed.old ?? emptyObject(),
		isPiece: changed.role !== "manifest"
	};
}
/** Whether a kind that is not known has a pod template where most kinds have it. */
function hasPodTemplate(changed) {
	return [changed.old, changed.now].some((object) => isJsonList(valueIn$1(object, "/spec/template/spec/containers")));
}
function kindOf$3({ ref }) {
	return groupKind({
		group: storedGroup(ref),
		kind: ref.kind
	});
}
function valueIn$1(object, at) {
	return object ? valueAt(object, at) : void 0;
}

// src/core/diff/change-of.ts
/** The change that a pair of objects is; null when the two mean the same. Shows nothing that is secret. */
function changeOf({ base, head }, secrets = {}) {
	const subject = head ?? base;
	const now = head?.readMeaning();
	const differences = base && now ? differencesOf(base.readMeaning(), now) : [];
	if (base && head && differences.length === 0) return null;
	const { path, line, role } = subject.manifest;
	const changed = {
		ref: effectiveRef(subject.placed),
		role,
		old: valueOf(base),
		now: valueOf(head),
		differences
	};
	const operation = operationOf$1(base, head);
	return {
		operation,
		ref: changed.ref,
		environment: subject.placed.placement.environment,
		cluster: subject.placed.placement.cluster,
		source: {
			path,
			line,
			oldPath: base && base.path !== path ? base.path : null,
			role
		},
		...wordsOf(verbsOf(operation, changed), base, head),
		...redactedParts({
			base,
			head
		}, differences, secrets),
		identity: subjectOf(subject),
		content: now ? contentOf$1(now) : "deleted",
		locate: (pointer) => subject.manifest.locate(pointer)
	};
}
function valueOf(manifest) {
	return manifest ? manifest.manifest.value : null;
}
function operationOf$1(base, head) {
	if (!base) return "CREATE";
	return head ? "UPDATE" : "DELETE";
}
/**
* The words once each, and for each the places on whose account it is said. A line is looked for when somebody shows it:
* that costs as much as reading the document.
*/
function wordsOf(said, base, head) {
	const evidence = said.map(({ verb, side, path }) => {
		const manifest = side === "old" ? base?.manifest : head?.manifest;
		return {
			verb,
			side,
			path,
			get line() {
				return manifest?.locate(path).line ?? null;
			}
		};
	});
	return {
		verbs: [...new Set(said.map(({ verb }) => verb))],
		evidence
	};
}
/**
* Which thing an approval is about: the object as it stands in one folder. The same object in the folders of two
* overlays is two things, and to approve one is not to approve the other.
*/
function subjectOf(manifest) {
	return `${manifest.identity} in ${folderOf(manifest.path)}/`;
}
/**
* Over real values, those of a Secret too: a digest over tokens could not tell a new password from an old one in
* another run. A short secret could be guessed from it, so it is compared and never printed.
*/
function contentOf$1(meaning) {
	return digestText(meaningText(meaning));
}
function redactedParts({ base, head }, differences, secrets) {
	const tokens = new Tokens();
	const old = base ? {
		manifest: base.manifest,
		...redact(base.manifest.value, tokens, secrets)
	} : null;
	const now = head ? {
		manifest: head.manifest,
		...redact(head.manifest.value, tokens, secrets)
	} : null;
	return {
		object: now?.object ?? null,
		oldObject: old?.object ?? null,
		fields: old && now ? fieldChanges(differences, old, now) : []
	};
}

// src/core/diff/find-duplicates.ts
/**
* An issue for every object that stands twice in one file, and for every one that comes to stand twice in one folder.
* Copies that were in a folder before are alternatives as a rule, and copies in two folders are overlays: neither
* holds anybody up.
*/
function findDuplicates(base, head) {
	const before = /* @__PURE__ */ new Map();
	for (const manifest of base.filter(isNamed$2)) {
		const key = keyOf$3(manifest);
		before.set(key, (before.get(key) ?? 0) + 1);
	}
	const seen = /* @__PURE__ */ new Map();
	const issues = [];
	for (const manifest of head.filter(isNamed$2)) {
		const copies = seen.get(keyOf$3(manifest)) ?? [];
		seen.set(keyOf$3(manifest), copies);
		const [first] = copies;
		copies.push(manifest);
		if (!first) continue;
		if (copies.at(-2)?.path === manifest.path || copies.length > (before.get(keyOf$3(manifest)) ?? 0)) issues.push(duplicate(manifest, first));
	}
	return issues;
}
function isNamed$2({ manifest }) {
	return manifest.role === "manifest" && !isGenerated(manifest);
}
function keyOf$3(manifest) {
	return `${folderOf(manifest.path)}\n${manifest.identity}`;
}
function duplicate(manifest, earlier) {
	const { path, line } = manifest.manifest;
	const place = `${earlier.path}:${String(earlier.manifest.line)}`;
	return {
		code: "manifest.duplicate",
		severity: "high",
		path,
		line,
		column: 1,
		text: `${objectTitle(effectiveRef(manifest.placed))} stands here and at ${place}; which one the cluster gets depends on the tool. Remove one.`
	};
}

// src/core/diff/same-json.ts
/** Whether two values are the same but for the order of keys. */
function isSameJson(a, b) {
	if (a === b) return true;
	if (isJsonList(a)) return isJsonList(b) && a.length === b.length && a.every((item, index) => isSameJson(item, b[index] ?? null));
	if (!isJsonObject(a) || !isJsonObject(b)) return false;
	const keys = Object.keys(a);
	if (keys.length !== Object.keys(b).length) return false;
	return keys.every((key) => Object.hasOwn(b, key) && isSameJson(a[key] ?? null, b[key] ?? null));
}

// src/core/diff/pair-manifests.ts
/**
* Finds each object's other side among those of the same identity. The same file comes first, then the same meaning
* (it moved), then the only one of a folder, then the only one at all (of whole objects: many patches have one
* target). Where more than one could be meant, nothing is guessed: a deletion and a creation are shown, each with
* its own weight. Linear in the number of manifests.
*/
function pairManifests(base, head) {
	const groups = /* @__PURE__ */ new Map();
	for (const manifest of base) groupOf(groups, objectIdentityOf(manifest.placed)).base.push(manifest);
	for (const manifest of head) groupOf(groups, objectIdentityOf(manifest.placed)).head.push(manifest);
	return [...groups.values()].flatMap((group) => pairGroup(group));
}
function groupOf(groups, key) {
	const known = groups.get(key);
	if (known) return known;
	const group = {
		base: [],
		head: []
	};
	groups.set(key, group);
	return group;
}
function pairGroup(group) {
	const pairs = [];
	let rest = group;
	if (rest.base.length + rest.head.length > 2) rest = take(rest, pairs, (manifest) => `${manifest.path}\n${manifest.text}`);
	rest = take(rest, pairs, (manifest) => manifest.path);
	rest = take(rest, pairs, (manifest) => manifest.text);
	rest = takeOnly(rest, pairs, (manifest) => folderOf(manifest.path));
	if (group.base[0]?.manifest.role === "manifest") rest = takeOnly(rest, pairs, () => "");
	for (const manifest of rest.base) pairs.push({
		base: manifest,
		head: null
	});
	for (const manifest of rest.head) pairs.push({
		base: null,
		head: manifest
	});
	return pairs;
}
/** Pairs manifests of one key in their order; gives back those that are left. */
function take(group, pairs, keyOf) {
	if (group.base.length === 0 || group.head.length === 0) return group;
	const waiting = /* @__PURE__ */ new Map();
	for (const manifest of group.base.toReversed()) {
		const key = keyOf(manifest);
		const same = waiting.get(key);
		if (same) same.push(manifest);
		else waiting.set(key, [manifest]);
	}
	const head = [];
	const taken = /* @__PURE__ */ new Set();
	for (const manifest of group.head) {
		const other = waiting.get(keyOf(manifest))?.pop();
		if (!other) {
			head.push(manifest);
			continue;
		}
		taken.add(other);
		pairs.push({
			base: other,
			head: manifest
		});
	}
	return {
		base: group.base.filter((manifest) => !taken.has(manifest)),
		head
	};
}
/** Pairs manifests of one key when each side has exactly one. */
function takeOnly(group, pairs, keyOf) {
	const byKey = /* @__PURE__ */ new Map();
	for (const manifest of group.base) groupOf(byKey, keyOf(manifest)).base.push(manifest);
	for (const manifest of group.head) groupOf(byKey, keyOf(manifest)).head.push(manifest);
	const rest = {
		base: [],
		head: []
	};
	for (const { base, head } of byKey.values()) {
		const [before, after] = [base[0], head[0]];
		if (before && after && base.length === 1 && head.length === 1) pairs.push({
			base: before,
			head: after
		});
		else {
			rest.base.push(...base);
			rest.head.push(...head);
		}
	}
	return rest;
}

// src/core/diff/defaults.ts
const PROBE = {
	initialDelaySeconds: 0n,
	timeoutSeconds: 1n,
	periodSeconds: 10n,
	successThreshold: 1n,
	failureThreshold: 3n,
	"httpGet.path": "/",
	"httpGet.scheme": "HTTP"
};
const WEBHOOK = {
	"webhooks[].failurePolicy": "Fail",
	"webhooks[].timeoutSeconds": 10n,
	"webhooks[].matchPolicy": "Equivalent"
};
/**
* Defaults of the API, from its documentation. Only those that nothing else can change: `automountServiceAccountToken`
* is not here (an absent one asks the ServiceAccount), nor `runAsNonRoot` of a container (false overrules the pod).
*/
const DEFAULTS = [
	{
		in: [
			"apps/Deployment",
			"apps/StatefulSet",
			"apps/ReplicaSet",
			"core/ReplicationController"
		],
		versions: ["v1"],
		values: {
			"spec.replicas": 1n,
			"spec.minReadySeconds": 0n
		}
	},
	{
		in: ["apps/Deployment"],
		versions: ["v1"],
		values: {
			"spec.paused": false,
			"spec.progressDeadlineSeconds": 600n,
			"spec.revisionHistoryLimit": 10n,
			"spec.strategy.type": "RollingUpdate",
			"spec.strategy.rollingUpdate.maxSurge": "25%",
			"spec.strategy.rollingUpdate.maxUnavailable": "25%"
		}
	},
	{
		in: ["apps/StatefulSet"],
		versions: ["v1"],
		values: {
			"spec.podManagementPolicy": "OrderedReady",
			"spec.revisionHistoryLimit": 10n,
			"spec.updateStrategy.type": "RollingUpdate",
			"spec.updateStrategy.rollingUpdate.partition": 0n,
			"spec.volumeClaimTemplates[].spec.volumeMode": "Filesystem"
		}
	},
	{
		in: ["apps/DaemonSet"],
		versions: ["v1"],
		values: {
			"spec.minReadySeconds": 0n,
			"spec.revisionHistoryLimit": 10n,
			"spec.updateStrategy.type": "RollingUpdate",
			"spec.updateStrategy.rollingUpdate.maxSurge": 0n,
			"spec.updateStrategy.rollingUpdate.maxUnavailable": 1n
		}
	},
	{
		in: ["batch/CronJob"],
		versions: ["v1"],
		values: {
			"spec.concurrencyPolicy": "Allow",
			"spec.suspend": false,
			"spec.successfulJobsHistoryLimit": 3n,
			"spec.failedJobsHistoryLimit": 1n
		}
	},
	{
		in: ["batch/Job"],
		versions: ["v1"],
		values: {
			"spec.suspend": false,
			"spec.backoffLimit": 6n,
			"spec.completionMode": "NonIndexed"
		}
	},
	{
		in: ["autoscaling/HorizontalPodAutoscaler"],
		versions: [
			"v1",
			"v2",
			"v2beta2"
		],
		values: { "spec.minReplicas": 1n }
	},
	{
		in: ["core/Service"],
		versions: ["v1"],
		values: {
			"spec.type": "ClusterIP",
			"spec.sessionAffinity": "None",
			"spec.internalTrafficPolicy": "Cluster",
			"spec.publishNotReadyAddresses": false,
			"spec.ports[].protocol": "TCP"
		}
	},
	{
		in: ["core/Node"],
		versions: ["v1"],
		values: { "spec.unschedulable": false }
	},
	{
		in: ["core/ConfigMap"],
		versions: ["v1"],
		values: { immutable: false }
	},
	{
		in: ["core/Secret"],
		versions: ["v1"],
		values: {
			immutable: false,
			type: "Opaque"
		}
	},
	{
		in: ["core/PersistentVolumeClaim"],
		versions: ["v1"],
		values: { "spec.volumeMode": "Filesystem" }
	},
	{
		in: ["core/PersistentVolume"],
		versions: ["v1"],
		values: {
			"spec.volumeMode": "Filesystem",
			"spec.persistentVolumeReclaimPolicy": "Retain"
		}
	},
	{
		in: ["storage.k8s.io/StorageClass"],
		versions: ["v1"],
		values: {
			reclaimPolicy: "Delete",
			volumeBindingMode: "Immediate"
		}
	},
	{
		in: ["networking.k8s.io/NetworkPolicy"],
		versions: ["v1"],
		values: {
			"spec.ingress[].ports[].protocol": "TCP",
			"spec.egress[].ports[].protocol": "TCP"
		}
	},
	{
		in: ["rbac.authorization.k8s.io/RoleBinding", "rbac.authorization.k8s.io/ClusterRoleBinding"],
		versions: ["v1"],
		values: { "roleRef.apiGroup": "rbac.authorization.k8s.io" }
	},
	{
		in: ["admissionregistration.k8s.io/MutatingWebhookConfiguration", "admissionregistration.k8s.io/ValidatingWebhookConfiguration"],
		versions: ["v1"],
		values: WEBHOOK
	},
	{
		in: ["admissionregistration.k8s.io/ValidatingAdmissionPolicy"],
		versions: ["v1"],
		values: { "spec.failurePolicy": "Fail" }
	},
	{
		in: ["pod"],
		versions: ["v1"],
		values: {
			"$pod.restartPolicy": "Always",
			"$pod.dnsPolicy": "ClusterFirst",
			"$pod.schedulerName": "default-scheduler",
			"$pod.serviceAccountName": "default",
			"$pod.terminationGracePeriodSeconds": 30n,
			"$pod.enableServiceLinks": true,
			"$pod.hostNetwork": false,
			"$pod.hostPID": false,
			"$pod.hostIPC": false,
			"$pod.volumes[].configMap.defaultMode": 420n,
			"$pod.volumes[].secret.defaultMode": 420n,
			"$pod.volumes[].projected.defaultMode": 420n,
			"$pod.volumes[].downwardAPI.defaultMode": 420n,
			"$container.terminationMessagePath": "/dev/termination-log",
			"$container.terminationMessagePolicy": "File",
			"$container.ports[].protocol": "TCP",
			"$container.env[].value": "",
			"$container.env[].valueFrom.fieldRef.apiVersion": "v1",
			"$container.volumeMounts[].readOnly": false,
			"$container.securityContext.privileged": false,
			"$container.securityContext.readOnlyRootFilesystem": false,
			...probeDefaults("livenessProbe"),
			...probeDefaults("readinessProbe"),
			...probeDefaults("startupProbe")
		}
	}
];
function probeDefaults(probe) {
	return Object.fromEntries(Object.entries(PROBE).map(([field, value]) => [`$container.${probe}.${field}`, value]));
}

// src/core/diff/known-fields.ts
/**
* Fields that the server or a tool writes. Of those that a person may also choose (`clusterIP: None` makes a
* Service headless) none is here.
*/
const SERVER_OWNED = [
	{
		in: ["*"],
		at: [
			"metadata.managedFields",
			"metadata.creationTimestamp",
			"metadata.deletionTimestamp",
			"metadata.deletionGracePeriodSeconds",
			"metadata.generation",
			"metadata.resourceVersion",
			"metadata.uid",
			"metadata.selfLink",
			"metadata.annotations['kubectl.kubernetes.io/last-applied-configuration']",
			"metadata.annotations['config.kubernetes.io/index']",
			"metadata.annotations['config.kubernetes.io/path']",
			"metadata.annotations['internal.config.kubernetes.io/index']",
			"metadata.annotations['internal.config.kubernetes.io/path']"
		],
		fact: { ignored: true }
	},
	{
		in: ["built-in"],
		at: ["status"],
		fact: { ignored: true }
	},
	{
		in: ["pod"],
		at: ["$template.metadata.creationTimestamp"],
		fact: { ignored: true }
	},
	{
		in: ["apps/Deployment"],
		at: ["metadata.annotations['deployment.kubernetes.io/revision']"],
		fact: { ignored: true }
	},
	{
		in: ["core/PersistentVolumeClaim"],
		at: [
			"metadata.annotations['pv.kubernetes.io/bind-completed']",
			"metadata.annotations['pv.kubernetes.io/bound-by-controller']",
			"metadata.annotations['volume.kubernetes.io/storage-provisioner']",
			"metadata.annotations['volume.kubernetes.io/selected-node']"
		],
		fact: { ignored: true }
	},
	{
		in: ["core/Namespace"],
		at: ["metadata.labels['kubernetes.io/metadata.name']"],
		fact: { ignored: true }
	}
];
/** Maps, lists and texts that mean nothing when they are empty. Selectors are not among them. */
const EMPTY_IS_ABSENT = [
	{
		in: ["built-in"],
		at: [
			"metadata.labels",
			"metadata.annotations",
			"metadata.finalizers",
			"metadata.ownerReferences"
		],
		fact: { emptyIsAbsent: true }
	},
	{
		in: ["built-in pod"],
		at: [
			"$template.metadata.labels",
			"$template.metadata.annotations",
			"$pod.volumes",
			"$pod.initContainers",
			"$pod.tolerations",
			"$pod.imagePullSecrets",
			"$pod.nodeSelector",
			"$pod.affinity",
			"$pod.securityContext",
			"$container.command",
			"$container.args",
			"$container.env",
			"$container.envFrom",
			"$container.ports",
			"$container.volumeMounts",
			"$container.resources",
			"$container.resources.limits",
			"$container.resources.requests",
			"$container.securityContext"
		],
		fact: { emptyIsAbsent: true }
	},
	{
		in: ["apps/Deployment"],
		at: ["spec.strategy", "spec.strategy.rollingUpdate"],
		fact: { emptyIsAbsent: true }
	},
	{
		in: ["apps/StatefulSet", "apps/DaemonSet"],
		at: ["spec.updateStrategy", "spec.updateStrategy.rollingUpdate"],
		fact: { emptyIsAbsent: true }
	},
	{
		in: ["core/ConfigMap", "core/Secret"],
		at: ["data", "binaryData"],
		fact: { emptyIsAbsent: true }
	},
	{
		in: ["networking.k8s.io/Ingress"],
		at: ["spec.tls", "spec.rules"],
		fact: { emptyIsAbsent: true }
	},
	{
		in: ["networking.k8s.io/NetworkPolicy"],
		at: [
			"spec.ingress[].from",
			"spec.ingress[].ports",
			"spec.egress[].to",
			"spec.egress[].ports"
		],
		fact: { emptyIsAbsent: true }
	},
	{
		in: ["admissionregistration.k8s.io/MutatingWebhookConfiguration", "admissionregistration.k8s.io/ValidatingWebhookConfiguration"],
		at: ["webhooks[].namespaceSelector", "webhooks[].objectSelector"],
		fact: { emptyIsAbsent: true }
	}
];
/** Maps whose members are the user's own, where null is a value and not an absence. */
const FREE_FORM = [
	{
		in: ["*"],
		at: [
			"metadata.labels",
			"metadata.annotations",
			"data",
			"stringData",
			"binaryData",
			"parameters"
		],
		fact: { opaque: true }
	},
	{
		in: ["pod"],
		at: [
			"$template.metadata.labels",
			"$template.metadata.annotations",
			"$pod.nodeSelector"
		],
		fact: { opaque: true }
	},
	{
		in: ["core/Service", "core/ReplicationController"],
		at: ["spec.selector"],
		fact: { opaque: true }
	},
	{
		in: ["apiextensions.k8s.io/CustomResourceDefinition"],
		at: ["spec.versions[].schema", "spec.validation"],
		fact: { opaque: true }
	}
];
/** Fields whose text is not their meaning. */
const READINGS = [
	{
		in: ["pod"],
		at: [
			"$container.resources.limits.*",
			"$container.resources.requests.*",
			"$container.env[].valueFrom.resourceFieldRef.divisor",
			"$pod.resources.limits.*",
			"$pod.resources.requests.*",
			"$pod.overhead.*",
			"$pod.volumes[].emptyDir.sizeLimit",
			"$pod.volumes[].ephemeral.volumeClaimTemplate.spec.resources.requests.*"
		],
		fact: { reading: "quantity" }
	},
	{
		in: ["apps/StatefulSet"],
		at: ["spec.volumeClaimTemplates[].spec.resources.requests.*", "spec.volumeClaimTemplates[].spec.resources.limits.*"],
		fact: { reading: "quantity" }
	},
	{
		in: ["core/PersistentVolumeClaim"],
		at: ["spec.resources.requests.*", "spec.resources.limits.*"],
		fact: { reading: "quantity" }
	},
	{
		in: ["core/PersistentVolume"],
		at: ["spec.capacity.*"],
		fact: { reading: "quantity" }
	},
	{
		in: ["core/ResourceQuota"],
		at: ["spec.hard.*"],
		fact: { reading: "quantity" }
	},
	{
		in: ["core/LimitRange"],
		at: [
			"spec.limits[].max.*",
			"spec.limits[].min.*",
			"spec.limits[].default.*",
			"spec.limits[].defaultRequest.*",
			"spec.limits[].maxLimitRequestRatio.*"
		],
		fact: { reading: "quantity" }
	},
	{
		in: ["autoscaling/HorizontalPodAutoscaler"],
		at: [
			"resource",
			"containerResource",
			"pods",
			"object",
			"external"
		].flatMap((metric) => [`spec.metrics[].${metric}.target.averageValue`, `spec.metrics[].${metric}.target.value`]),
		fact: { reading: "quantity" }
	},
	{
		in: ["node.k8s.io/RuntimeClass"],
		at: ["overhead.podFixed.*"],
		fact: { reading: "quantity" }
	},
	{
		in: ["kustomize.toolkit.fluxcd.io/Kustomization", "helm.toolkit.fluxcd.io/HelmRelease"],
		at: [
			"spec.interval",
			"spec.retryInterval",
			"spec.timeout"
		],
		fact: { reading: "duration" }
	},
	{
		in: ["networking.k8s.io/Ingress"],
		at: [
			"metadata.annotations['nginx.ingress.kubernetes.io/whitelist-source-range']",
			"metadata.annotations['nginx.ingress.kubernetes.io/allowlist-source-range']",
			"metadata.annotations['nginx.ingress.kubernetes.io/denylist-source-range']",
			"metadata.annotations['alb.ingress.kubernetes.io/inbound-cidrs']"
		],
		fact: { reading: "comma-set" }
	},
	{
		in: ["core/Service"],
		at: ["metadata.annotations['service.beta.kubernetes.io/load-balancer-source-ranges']"],
		fact: { reading: "comma-set" }
	},
	{
		in: ["networking.k8s.io/Ingress"],
		at: ["metadata.annotations['nginx.ingress.kubernetes.io/whitelist-source-range']"],
		fact: { aliasOf: "nginx.ingress.kubernetes.io/allowlist-source-range" }
	}
];

// src/core/diff/list-keys.ts
const SET = { kind: "set" };
const byName$1 = keyed([["name", void 0]]);
/**
* The lists that are matched by key or as sets: those of strategic merge and server-side apply, and beyond them
* pairings that only make the diff small. In the order of containers people rely (a sidecar's hook blocks those
* behind it), so it counts; for `env` it counts as soon as one value refers to another.
*/
const LIST_KEYS = [
	{
		in: ["*"],
		at: ["metadata.finalizers"],
		rule: SET
	},
	{
		in: ["*"],
		at: ["metadata.ownerReferences"],
		rule: keyed([["uid", void 0]])
	},
	{
		in: ["pod"],
		at: [
			"$pod.containers",
			"$pod.initContainers",
			"$pod.ephemeralContainers"
		],
		rule: keyed([["name", void 0]], () => true)
	},
	{
		in: ["pod"],
		at: ["$container.env"],
		rule: keyed([["name", void 0]], refersToVariables)
	},
	{
		in: ["pod"],
		at: ["$container.ports"],
		rule: keyed([["containerPort", void 0], ["protocol", "TCP"]])
	},
	{
		in: ["pod"],
		at: ["$container.volumeMounts"],
		rule: keyed([["mountPath", void 0]])
	},
	{
		in: ["pod"],
		at: ["$container.volumeDevices"],
		rule: keyed([["devicePath", void 0]])
	},
	{
		in: ["pod"],
		at: [
			"$pod.volumes",
			"$pod.imagePullSecrets",
			"$pod.resourceClaims",
			"$pod.schedulingGates"
		],
		rule: byName$1
	},
	{
		in: ["pod"],
		at: ["$container.resources.claims"],
		rule: byName$1
	},
	{
		in: ["pod"],
		at: ["$pod.hostAliases"],
		rule: keyed([["ip", void 0]])
	},
	{
		in: ["pod"],
		at: ["$pod.topologySpreadConstraints"],
		rule: keyed([["topologyKey", void 0], ["whenUnsatisfiable", void 0]])
	},
	{
		in: ["pod"],
		at: ["$pod.tolerations"],
		rule: SET
	},
	{
		in: ["pod"],
		at: ["$container.securityContext.capabilities.add", "$container.securityContext.capabilities.drop"],
		rule: SET
	},
	{
		in: ["core/Node"],
		at: ["spec.taints", "spec.podCIDRs"],
		rule: SET
	},
	{
		in: ["core/Service"],
		at: ["spec.ports"],
		rule: keyed([["port", void 0], ["protocol", "TCP"]])
	},
	{
		in: ["core/Service"],
		at: ["spec.loadBalancerSourceRanges", "spec.externalIPs"],
		rule: SET
	},
	{
		in: ["core/ServiceAccount"],
		at: ["secrets", "imagePullSecrets"],
		rule: byName$1
	},
	{
		in: ["core/PersistentVolumeClaim"],
		at: ["spec.accessModes"],
		rule: SET
	},
	{
		in: ["apps/StatefulSet"],
		at: ["spec.volumeClaimTemplates"],
		rule: keyed([["metadata.name", void 0]])
	},
	{
		in: ["apps/StatefulSet"],
		at: ["spec.volumeClaimTemplates[].spec.accessModes"],
		rule: SET
	},
	{
		in: ["networking.k8s.io/Ingress"],
		at: ["spec.rules"],
		rule: keyed([["host", ""]])
	},
	{
		in: ["networking.k8s.io/Ingress"],
		at: ["spec.rules[].http.paths"],
		rule: keyed([["path", ""], ["pathType", ""]], hasControllerPaths)
	},
	{
		in: ["networking.k8s.io/Ingress"],
		at: ["spec.tls"],
		rule: keyed([["secretName", ""]])
	},
	{
		in: ["networking.k8s.io/Ingress"],
		at: ["spec.tls[].hosts"],
		rule: SET
	},
	{
		in: ["networking.k8s.io/NetworkPolicy"],
		at: [
			"spec.ingress",
			"spec.egress",
			"spec.policyTypes"
		],
		rule: SET
	},
	{
		in: ["networking.k8s.io/NetworkPolicy"],
		at: [
			"spec.ingress[].from",
			"spec.ingress[].ports",
			"spec.egress[].to",
			"spec.egress[].ports"
		],
		rule: SET
	},
	{
		in: ["networking.k8s.io/NetworkPolicy"],
		at: ["spec.ingress[].from[].ipBlock.except", "spec.egress[].to[].ipBlock.except"],
		rule: SET
	},
	{
		in: ["rbac.authorization.k8s.io/Role", "rbac.authorization.k8s.io/ClusterRole"],
		at: [
			"rules",
			"rules[].verbs",
			"rules[].resources",
			"rules[].apiGroups",
			"rules[].resourceNames",
			"rules[].nonResourceURLs"
		],
		rule: SET
	},
	{
		in: ["rbac.authorization.k8s.io/RoleBinding", "rbac.authorization.k8s.io/ClusterRoleBinding"],
		at: ["subjects"],
		rule: keyed([
			["kind", void 0],
			["namespace", ""],
			["name", void 0]
		])
	},
	{
		in: ["admissionregistration.k8s.io/MutatingWebhookConfiguration"],
		at: ["webhooks"],
		rule: keyed([["name", void 0]], () => true)
	},
	{
		in: ["admissionregistration.k8s.io/ValidatingWebhookConfiguration"],
		at: ["webhooks"],
		rule: byName$1
	},
	{
		in: ["admissionregistration.k8s.io/MutatingWebhookConfiguration", "admissionregistration.k8s.io/ValidatingWebhookConfiguration"],
		at: ["webhooks[].matchConditions"],
		rule: byName$1
	},
	{
		in: ["admissionregistration.k8s.io/MutatingWebhookConfiguration", "admissionregistration.k8s.io/ValidatingWebhookConfiguration"],
		at: ["webhooks[].rules"],
		rule: SET
	},
	{
		in: ["admissionregistration.k8s.io/ValidatingAdmissionPolicy"],
		at: ["spec.matchConditions", "spec.variables"],
		rule: keyed([["name", void 0]], () => true)
	},
	{
		in: ["apiextensions.k8s.io/CustomResourceDefinition"],
		at: ["spec.versions"],
		rule: byName$1
	},
	{
		in: ["gateway.networking.k8s.io/Gateway"],
		at: ["spec.listeners"],
		rule: byName$1
	},
	{
		in: ["gateway.networking.k8s.io/HTTPRoute"],
		at: ["spec.hostnames"],
		rule: SET
	},
	...["kustomize.config.k8s.io/Kustomization", "kustomize.config.k8s.io/Component"].flatMap((kind) => [
		{
			in: [kind],
			at: [
				"resources",
				"bases",
				"crds"
			],
			rule: SET
		},
		{
			in: [kind],
			at: ["images", "replicas"],
			rule: byName$1
		},
		{
			in: [kind],
			at: ["configMapGenerator", "secretGenerator"],
			rule: keyed([["namespace", ""], ["name", void 0]])
		}
	])
];
function keyed(keys, ordered = () => false) {
	return {
		kind: "keyed",
		keys,
		ordered
	};
}
function refersToVariables(entries) {
	return entries.some((entry) => {
		const value = isJsonObject(entry) ? entry["value"] : void 0;
		return typeof value === "string" && value.includes("$(");
	});
}
/** Exact and Prefix paths are matched by length; how any other path is ordered is the controller's own affair. */
function hasControllerPaths(entries) {
	return entries.some((entry) => {
		const type = isJsonObject(entry) ? entry["pathType"] : void 0;
		return type !== "Exact" && type !== "Prefix";
	});
}

// src/core/diff/shape-of.ts
/** Of the files of other tools nothing is known. */
const SETTINGS = {
	root: growShape([]),
	nullIsAbsent: false
};
const shapes = /* @__PURE__ */ new Map();
/**
* What is known about the objects of a kind. Pieces that another tool completes (patches, templates) have list
* keys and readings only: nothing that they leave out has a default, and null in a patch removes a field.
*/
function shapeOf(ref, role) {
	if (role === "settings") return SETTINGS;
	const kind = groupKind({
		group: storedGroup(ref),
		kind: ref.kind
	});
	const known = isKnown(kind) ? kind : isBuiltIn$1(storedGroup(ref)) ? "(built-in)" : "(custom)";
	const key = `${known} ${isKnown(kind) ? ref.version : ""} ${role === "manifest" ? "whole" : "piece"}`;
	const cached = shapes.get(key);
	if (cached) return cached;
	const shape = makeShape(known, ref, role === "manifest");
	shapes.set(key, shape);
	return shape;
}
/** Whether Kubernetes itself serves the group. */
function isBuiltIn$1(group) {
	if (group === "gateway.networking.k8s.io" || group.endsWith(".x-k8s.io")) return false;
	return !group.includes(".") || BUILT_IN_GROUPS.has(group);
}
const BUILT_IN_GROUPS = /* @__PURE__ */ new Set([
	"admissionregistration.k8s.io",
	"apiextensions.k8s.io",
	"apiregistration.k8s.io",
	"certificates.k8s.io",
	"coordination.k8s.io",
	"discovery.k8s.io",
	"events.k8s.io",
	"flowcontrol.apiserver.k8s.io",
	"networking.k8s.io",
	"node.k8s.io",
	"rbac.authorization.k8s.io",
	"resource.k8s.io",
	"scheduling.k8s.io",
	"storage.k8s.io"
]);
const NAMED_KINDS = /* @__PURE__ */ new Set([...POD_KINDS, ...[
	...LIST_KEYS,
	...DEFAULTS,
	...SERVER_OWNED,
	...EMPTY_IS_ABSENT,
	...FREE_FORM,
	...READINGS
].flatMap((entry) => entry.in)]);
function isKnown(kind) {
	return NAMED_KINDS.has(kind);
}
function makeShape(kind, ref, whole) {
	const builtIn = isBuiltIn$1(storedGroup(ref));
	const template = podTemplateOf(ref);
	const labels = /* @__PURE__ */ new Set(["*", kind]);
	if (builtIn) labels.add("built-in");
	if (template !== void 0) labels.add("pod");
	if (template !== void 0 && builtIn) labels.add("built-in pod");
	const facts = whole ? wholeFacts(labels, ref.version) : pieceFacts(labels);
	return {
		root: growShape(expand(facts, template)),
		nullIsAbsent: whole && builtIn
	};
}
function* wholeFacts(labels, version) {
	yield* pieceFacts(labels);
	yield ["metadata.namespace", { ignored: true }];
	yield* factsIn([
		...SERVER_OWNED,
		...EMPTY_IS_ABSENT,
		...FREE_FORM
	], labels);
	const podDefaults = labels.has("built-in pod");
	for (const entry of DEFAULTS) {
		if (!entry.in.some((label) => label === "pod" ? podDefaults : labels.has(label)) || !entry.versions.includes(version)) continue;
		for (const [path, fallback] of Object.entries(entry.values)) yield [path, { fallback }];
	}
}
function* pieceFacts(labels) {
	for (const entry of LIST_KEYS) if (entry.in.some((label) => labels.has(label))) for (const path of entry.at) yield [path, { list: entry.rule }];
	yield* factsIn(READINGS, labels);
}
function* factsIn(table, labels) {
	for (const entry of table) if (entry.in.some((label) => labels.has(label))) for (const path of entry.at) yield [path, entry.fact];
}
function* expand(facts, template) {
	for (const [path, fact] of facts) for (const written of writeOutPath(path, template)) yield [written, fact];
}

// src/core/diff/read-manifest.ts
/** A manifest with its identity, and with its meaning for whoever asks. */
var ReadManifest = class {
	placed;
	identity;
	#text;
	constructor(placed) {
		this.placed = placed;
		this.identity = identityOf(placed);
	}
	get manifest() {
		return this.placed.manifest;
	}
	get path() {
		return this.placed.manifest.path;
	}
	/** What the object means, read anew: it is large and needed once. Holds a Secret's values: never to be printed. */
	readMeaning() {
		const { ref, role, value } = this.manifest;
		const isSecret = ref.group === "" && ref.kind === "Secret";
		return meaningOf$1(value, shapeOf(ref, role), isSecret);
	}
	/** Equal exactly when the meanings are. Never to be printed. */
	get text() {
		return this.#text ??= meaningText(this.readMeaning());
	}
};
/** What a document of settings means: to be compared with another one, and never to be printed. */
function readSettings({ ref, role, value }) {
	return meaningOf$1(value, shapeOf(ref, role), false);
}
/** The manifests in an order that the order of reading does not touch: by file and line, then by meaning. */
function readInOrder(manifests) {
	return manifests.map((placed) => new ReadManifest(placed)).toSorted(compareManifests);
}
function compareManifests(a, b) {
	return compareLocations({
		...a.manifest,
		column: 1
	}, {
		...b.manifest,
		column: 1
	}) || compareTexts(a.identity, b.identity) || compareTexts(a.text, b.text);
}
function compareTexts(a, b) {
	return a < b ? -1 : Number(a > b);
}

// src/core/diff/diff-manifests.ts
/**
* The changes from one set of objects to another, by identity and meaning, whatever the order of the documents.
* Holds no value of a Secret. Never throws, however odd the objects are.
*/
function diffManifests(base, head, options = {}) {
	const [before, after] = [readInOrder(base), readInOrder(head)];
	const changes = [];
	const issues = [...findDuplicates(before, after)];
	const unchanged = {
		moved: 0,
		reformatted: 0
	};
	for (const pair of pairManifests(before, after)) {
		const change = isSameText(pair) ? null : changeOf(withoutGenerated(pair), options);
		if (change) {
			changes.push(change);
			issues.push(...checkPair(pair, options));
		} else if (pair.base?.path === pair.head?.path) unchanged.reformatted += 1;
		else unchanged.moved += 1;
	}
	return {
		changes: nameApart(changes.toSorted(compareChanges)),
		unchanged,
		issues
	};
}
function checkPair({ base, head }, { check }) {
	return head && check ? check(base?.manifest ?? null, head.manifest) : [];
}
function isSameText({ base, head }) {
	return base !== null && head !== null && isSameJson(base.manifest.value, head.manifest.value);
}
/** An object without a name of its own is made anew by every apply: there is nothing to update. */
function withoutGenerated(pair) {
	const { base, head } = pair;
	if (!base || !head || !isGenerated(head.manifest) || base.text === head.text) return pair;
	return {
		base: null,
		head
	};
}
function compareChanges(a, b) {
	if (a.source.path !== b.source.path) return a.source.path < b.source.path ? -1 : 1;
	if (a.source.line !== b.source.line) return a.source.line - b.source.line;
	if (a.identity !== b.identity) return a.identity < b.identity ? -1 : 1;
	return a.content < b.content ? -1 : Number(a.content > b.content);
}
/** Copies of one object in one folder are told apart by their order: an approval of one is none of the other. */
function nameApart(changes) {
	const seen = /* @__PURE__ */ new Map();
	return changes.map((change) => {
		const count = (seen.get(change.identity) ?? 0) + 1;
		seen.set(change.identity, count);
		return count === 1 ? change : {
			...change,
			identity: `${change.identity} #${String(count)}`
		};
	});
}

// src/core/manifests/file-role.ts
/** What the name of a file says it decides; null for a file that decides nothing but what it holds. */
function fileRole(path) {
	const rooted = `/${path}`;
	return NAMES$2.find(([pattern]) => pattern.test(rooted))?.[1] ?? null;
}
const NAMES$2 = [
	[/\/(?:kustomization\.ya?ml|Kustomization)$/, "kustomization"],
	[/\/(?:Chart\.yaml|Chart\.lock|requirements\.yaml|requirements\.lock)$/, "helm-chart"],
	[/\/charts\/[^/]+\.tgz$/, "helm-chart"],
	[/\/values[^/]*\.(?:ya?ml|json)$/, "helm-values"],
	[/\/templates\/.*\.(?:tpl|txt)$/, "helm-template"],
	[/\/\.argocd-source(?:-[^/]*)?\.yaml$/, "argocd-source"],
	[/\.(?:jsonnet|libsonnet)$/, "jsonnet"],
	[/\/\.(?:helmignore|sourceignore)$/, "ignore-list"],
	[/\/\.sops\.ya?ml$/, "sops-rules"],
	[/\/\.git(?:attributes|modules)$/, "git-attributes"]
];

// src/core/schema/fault.ts
/** A place in an object for people: `spec.containers[0].image`; the whole is `the object`. */
function fieldName(pointer) {
	const name = pointerKeys(pointer).reduce((before, key) => {
		if (/^\d+$/.test(key)) return `${before}[${key}]`;
		return /^[\w$-]+$/.test(key) ? `${before}.${key}` : `${before}[${JSON.stringify(shortened(key))}]`;
	}, "");
	return name === "" ? "the object" : name.replace(/^\./, "");
}
/** At most as much of a text as is good to read in a sentence. */
function shortened(text) {
	return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
/** The objects of a list with their places; none when it is no list. */
function objectsIn(list, pointer) {
	if (!isJsonList(list)) return [];
	return list.flatMap((value, index) => isJsonObject(value) ? [{
		value,
		pointer: pointerTo(pointer, index)
	}] : []);
}
/** The objects of the list in a field. */
function objectsAt(object, pointer, key) {
	return objectsIn(object[key], pointerTo(pointer, key));
}
/**
* Whether a text holds a place that something else fills in before the cluster sees it: `${NAME}` of Flux and envsubst,
* `{{ }}` of templates,
* `<path:...>` of plugins, `__NAME__` of scripts. Nothing can be said of its form.
*/
function isPlaceholder(value) {
	return typeof value === "string" && /\$[{(\w]|\{\{|<[^<>]+>|<%|%\{|__[A-Z][A-Z0-9_]*__/.test(value);
}

// src/core/schema/limits.ts
/** The limits that a value breaks, as the end of a sentence that begins with its name. */
function brokenLimit(value, limits) {
	return LIMITS.find(({ name, isBroken }) => {
		const limit = limits[name];
		return limit !== void 0 && isBroken(value, limit);
	})?.text(limits);
}
const LIMITS = [
	{
		name: "minimum",
		isBroken: (value, limit) => isNumber(value) && value < limit,
		text: (limits) => `must be ${span(limits)}`
	},
	{
		name: "maximum",
		isBroken: (value, limit) => isNumber(value) && value > limit,
		text: (limits) => `must be ${span(limits)}`
	},
	{
		name: "exclusiveMaximum",
		isBroken: (value, limit) => isNumber(value) && value >= limit,
		text: (limits) => `must be ${span(limits)}`
	},
	{
		name: "minLength",
		isBroken: (value, limit) => lengthOf(value) < limit,
		text: ({ minLength }) => minLength === 1 ? "must not be empty" : `must have at least ${String(minLength)} characters`
	},
	{
		name: "maxLength",
		isBroken: (value, limit) => typeof value === "string" && lengthOf(value) > limit,
		text: ({ maxLength }) => `must have at most ${String(maxLength)} characters`
	},
	{
		name: "minItems",
		isBroken: (value, limit) => isJsonList(value) && value.length < limit,
		text: ({ minItems }) => `must have at least ${counted(minItems, "entry", "entries")}`
	},
	{
		name: "maxItems",
		isBroken: (value, limit) => isJsonList(value) && value.length > limit,
		text: ({ maxItems }) => `must have at most ${counted(maxItems, "entry", "entries")}`
	},
	{
		name: "minProperties",
		isBroken: (value, limit) => isJsonObject(value) && Object.keys(value).length < limit,
		text: ({ minProperties }) => `must have at least ${counted(minProperties, "key", "keys")}`
	},
	{
		name: "maxProperties",
		isBroken: (value, limit) => isJsonObject(value) && Object.keys(value).length > limit,
		text: ({ maxProperties }) => `must have at most ${counted(maxProperties, "key", "keys")}`
	}
];
function isNumber(value) {
	return typeof value === "number" || typeof value === "bigint";
}
/** In characters, as JSON Schema counts; a value that is no text has any length. */
function lengthOf(value) {
	return typeof value === "string" ? Array.from(value).length : 1e400;
}
function counted(count, one, many) {
	return `${String(count)} ${count === 1 ? one : many}`;
}
function span({ minimum, maximum, exclusiveMaximum }) {
	const most = exclusiveMaximum === void 0 ? maximum : exclusiveMaximum - 1;
	if (minimum === void 0) return `at most ${String(most)}`;
	return most === void 0 ? `at least ${String(minimum)}` : `from ${String(minimum)} to ${String(most)}`;
}

// src/core/schema/patterns.ts
/** Longer texts are not matched: a pattern may need the square of their length. */
const LONGEST_TEXT = 1e3;
const compiled = /* @__PURE__ */ new Map();
/** Whether a text is not of the form that a pattern of a schema asks for. */
function isUnlike(text, pattern) {
	if (text.length > LONGEST_TEXT) return false;
	const known = compiled.get(pattern) ?? new RegExp(pattern, "u");
	compiled.set(pattern, known);
	return !known.test(text);
}

// src/core/schema/type-sentence.ts
const TYPES = {
	object: "a map",
	array: "a list",
	string: "text",
	boolean: "true or false",
	integer: "an integer",
	number: "a number"
};
/** What must be written and what is, with advice when the reason shows: never the value itself. */
function typeSentence(field, value, types) {
	return `${field} must be ${types.map((type) => TYPES[type]).join(" or ")}, and it is ${kindOfValue(value)}.${advice(value, types)}`;
}
function kindOfValue(value) {
	if (value === null) return "null";
	if (isJsonList(value)) return "a list";
	if (isJsonObject(value)) return "a map";
	if (typeof value === "boolean") return "true or false";
	if (typeof value === "string") return "text";
	return Number.isInteger(Number(value)) ? "an integer" : "a number";
}
function advice(value, types) {
	const isScalar = typeof value !== "object";
	if (typeof value === "boolean" && types.includes("string")) return " Quote it: unquoted yes, no, on and off are true and false.";
	if (isScalar && typeof value !== "string" && types.includes("string")) return " Quote it.";
	if (typeof value === "string" && isUnquotable(value, types)) return " Remove the quotes.";
	if (value === null) return " Write a value, or remove the field.";
	return ` Write ${types.map((type) => TYPES[type]).join(" or ")}.`;
}
function isUnquotable(value, types) {
	if (types.includes("boolean")) return value === "true" || value === "false";
	return (types.includes("integer") || types.includes("number")) && /^-?\d+$/.test(value);
}

// src/core/schema/formats.ts
/** Whether a value has a form. A form of numbers says nothing of texts, and the other way round. */
function isOfFormat(value, format) {
	if (typeof value === "string") return isText$1(value, format);
	if (typeof value !== "bigint" && typeof value !== "number") return true;
	switch (format) {
		case "int32": return Number.isInteger(Number(value)) && value >= -(2 ** 31) && value < 2 ** 31;
		case "int64": return typeof value === "bigint";
		default: return true;
	}
}
function isText$1(value, format) {
	switch (format) {
		case "byte": return isBase64(value.replaceAll(/[\r\n]/g, ""));
		case "date-time": return /:\d\d:/.test(value) && parseInstant(value) !== void 0;
		case "quantity": return parseQuantity(value) !== void 0;
		default: return true;
	}
}
function isBase64(text) {
	return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}
/** Code, place and text of the fault of a value that has not the form it should have. */
function formatFault(format, pointer) {
	const field = fieldName(pointer);
	switch (format) {
		case "quantity": return [
			"schema.quantity",
			pointer,
			`${field} is no quantity. Write one such as 100m, 0.5 or 256Mi.`
		];
		case "byte": return [
			"schema.format",
			pointer,
			`${field} must be Base64. Encode it.`
		];
		case "date-time": return [
			"schema.format",
			pointer,
			`${field} must be a moment such as 2026-11-22T10:00:00Z.`
		];
		default: return [
			"schema.range",
			pointer,
			`${field} is too large or too small for an ${format}.`
		];
	}
}

// src/core/schema/types.ts
/** Whether a value is of a type. */
function isOfType(value, type) {
	switch (type) {
		case "object": return isJsonObject(value);
		case "array": return isJsonList(value);
		case "integer": return typeof value === "bigint" || Number.isInteger(value);
		case "number": return typeof value === "bigint" || typeof value === "number";
		default: return typeof value === type;
	}
}

// src/core/schema/check-choices.ts
/** The faults of a value that is of none of the forms it may have, of several, or of one that is ruled out. */
function checkChoices(value, schema, pointer, faultsOf) {
	const { not, anyOf, oneOf } = schema;
	const faults = [];
	if (not && faultsOf(not).length === 0) faults.push(fault(pointer, "has a form that is ruled out."));
	if (anyOf && countHeld(anyOf, faultsOf) === 0) faults.push(...noneHolds(value, anyOf, pointer, faultsOf));
	if (!oneOf) return faults;
	const held = countHeld(oneOf, faultsOf);
	if (held === 0) faults.push(...noneHolds(value, oneOf, pointer, faultsOf));
	if (held > 1) faults.push(fault(pointer, `may have only one of ${fieldsOf(oneOf).join(", ")}.`));
	return faults;
}
function countHeld(branches, faultsOf) {
	return branches.filter((branch) => faultsOf(branch).length === 0).length;
}
/** When the value is of the type of one alternative only, that one was meant. */
function noneHolds(value, branches, pointer, faultsOf) {
	const types = branches.flatMap(({ type }) => type === void 0 ? [] : [type]);
	const [meant, ...others] = branches.filter(({ type }) => type !== void 0 && isOfType(value, type));
	if (meant && others.length === 0) return faultsOf(meant);
	if (!meant && types.length === branches.length) return [{
		code: "schema.type",
		pointer,
		text: typeSentence(fieldName(pointer), value, types)
	}];
	const fields = fieldsOf(branches);
	if ((isJsonObject(value) ? fields.filter((field) => Object.hasOwn(value, field)) : []).length > 1) return [fault(pointer, `may have only one of ${fields.join(", ")}.`)];
	return [fault(pointer, `must have ${fields.length > 0 ? `one of ${fields.join(", ")}` : "one of the forms that are allowed"}.`)];
}
/** The fields that the alternatives are about. */
function fieldsOf(branches) {
	const named = branches.flatMap((branch) => [
		...branch.required ?? [],
		...fieldsOf(branch.anyOf ?? []),
		...fieldsOf(branch.not ? [branch.not] : [])
	]);
	return [...new Set(named)];
}
function fault(pointer, what) {
	return {
		code: "schema.choice",
		pointer,
		text: `${fieldName(pointer)} ${what}`
	};
}

// src/core/schema/check-form.ts
/** Holds an object against the schema of its kind. */
function checkForm(value, kind, options) {
	const check = new FormCheck(kind.definitions, options);
	check.value(value, [kind.root], "");
	return {
		faults: check.faults,
		parts: check.parts
	};
}
/** Nobody reads more, and a hostile file may have millions. */
const MOST_FAULTS = 500;
const DIRECTIVE = /^\$(?:patch$|retainKeys$|setElementOrder\/|deleteFromPrimitiveList\/)/;
/** Fields that exist in many places and that the packages leave out everywhere. */
const LEFT_OUT = /^(?:description$|x-kubernetes-)/;
var FormCheck = class FormCheck {
	faults = [];
	parts = /* @__PURE__ */ new Map();
	#definitions;
	#options;
	#strict;
	constructor(definitions, options, strict = true) {
		this.#definitions = definitions;
		this.#options = options;
		this.#strict = strict;
	}
	/** Checks a value against schemas that must all hold. */
	value(value, schemas, pointer) {
		if (this.faults.length >= MOST_FAULTS || isPlaceholder(value)) return;
		if (value === null && this.#takesNull(schemas)) return;
		const all = schemas.flatMap((schema) => this.#resolved(schema, value, pointer));
		const types = all.flatMap(({ type }) => type === void 0 ? [] : [type]);
		if (types.some((type) => !isOfType(value, type))) {
			this.#fault("schema.type", pointer, typeSentence(fieldName(pointer), value, types.slice(0, 1)));
			return;
		}
		for (const schema of all) this.#said(value, schema, pointer);
		if (isJsonList(value)) this.#list(value, all, pointer);
		else if (isJsonObject(value)) this.#object(value, all, pointer);
	}
	#takesNull(schemas) {
		const { nullIsAbsent, piece } = this.#options;
		return nullIsAbsent || piece || schemas.some(({ nullable }) => nullable);
	}
	/** A schema, those that it refers to and those that must hold as well. */
	#resolved(schema, value, pointer) {
		const { ref, allOf } = schema;
		if (ref === void 0 && allOf === void 0) return [schema];
		const named = ref === void 0 ? void 0 : this.#definitions[ref];
		if (ref !== void 0 && !named) throw new Error(`There is no definition ${ref}.`);
		if (ref !== void 0 && isJsonObject(value)) {
			const parts = this.parts.get(ref) ?? [];
			parts.push({
				value,
				pointer
			});
			this.parts.set(ref, parts);
		}
		return [schema, ...[...named ? [named] : [], ...allOf ?? []].flatMap((other) => this.#resolved(other, value, pointer))];
	}
	#list(list, schemas, pointer) {
		const items = schemas.flatMap((schema) => schema.items ? [schema.items] : []);
		if (items.length === 0) return;
		for (const [index, item] of list.entries()) this.value(item, items, pointerTo(pointer, index));
	}
	#object(object, schemas, pointer) {
		const known = schemas.flatMap(({ properties }) => properties ? [properties] : []);
		const free = schemas.flatMap(({ values }) => values ? [values] : []);
		for (const [key, value] of Object.entries(object)) {
			const named = known.flatMap((properties) => Object.hasOwn(properties, key) ? [properties[key] ?? {}] : []);
			if (named.length > 0 || free.length > 0) this.value(value, [...named, ...free], pointerTo(pointer, key));
			else if (known.length > 0 && this.#strict) this.#unknown(key, known, pointer);
		}
	}
	#unknown(key, known, pointer) {
		if (this.faults.length >= MOST_FAULTS || LEFT_OUT.test(key) || this.#options.piece && DIRECTIVE.test(key)) return;
		const near = didYouMean(key, known.flatMap(Object.keys));
		const hint = near === void 0 ? "Remove it, or move it to where it belongs." : `Did you mean "${near}"?`;
		const where = pointer === "" ? "this kind" : fieldName(pointer);
		const text = `"${shortened(key)}" is no field of ${where}: the server drops or refuses it. ${hint}`;
		this.faults.push({
			code: "schema.unknown-field",
			pointer: pointerTo(pointer, key),
			text,
			...near !== void 0 && { suggestion: near }
		});
	}
	/** What a schema says of a value itself, not of what is in it. */
	#said(value, schema, pointer) {
		if (schema.enum) this.#listed(value, schema.enum, pointer);
		if (this.#options.piece) return;
		const limit = brokenLimit(value, schema);
		if (limit !== void 0) this.#fault("schema.range", pointer, `${fieldName(pointer)} ${limit}.`);
		if (schema.required && isJsonObject(value)) this.#required(value, schema.required, pointer);
		if (typeof value === "string" && schema.pattern !== void 0 && isUnlike(value, schema.pattern)) this.#fault("schema.pattern", pointer, `${fieldName(pointer)} must have the form ${shortened(schema.pattern)}.`);
		if (schema.format !== void 0 && !isOfFormat(value, schema.format)) this.#fault(...formatFault(schema.format, pointer));
		this.faults.push(...checkChoices(value, schema, pointer, (branch) => this.#faultsOf(value, branch, pointer)));
	}
	#required(object, required, pointer) {
		for (const key of required) {
			const value = object[key];
			if (value !== void 0 && (value !== null || !this.#options.nullIsAbsent)) continue;
			const field = pointerTo(pointer, key);
			this.#fault("schema.required", field, `${fieldName(field)} is missing, and the server asks for it.`);
		}
	}
	#listed(value, listed, pointer) {
		const plain = typeof value === "bigint" ? Number(value) : value;
		if (listed.some((one) => one === plain)) return;
		const near = typeof value === "string" ? didYouMean(value, listed.map(String)) : void 0;
		const seen = this.#options.telling && typeof value === "string" ? `, not "${shortened(value)}"` : "";
		const text = `${fieldName(pointer)} must be ${listed.map((one) => JSON.stringify(one)).join(" or ")}${seen}.`;
		this.faults.push({
			code: "schema.enum",
			pointer,
			text,
			...near !== void 0 && { suggestion: near }
		});
	}
	/** What is wrong with a value in itself; whether it has more fields than are known was asked before. */
	#faultsOf(value, schema, pointer) {
		const check = new FormCheck(this.#definitions, this.#options, false);
		check.value(value, [schema], pointer);
		return check.faults;
	}
	#fault(code, pointer, text) {
		this.faults.push({
			code,
			pointer,
			text
		});
	}
};

// src/core/schema/meaning-of-pointer.ts
/**
* A pointer that stays the same when entries of a list come, go and move: an entry with a name is known by it, others
* have no name of their own.
*/
function meaningOf(pointer, root) {
	let value = root;
	let meaning = "";
	for (const key of pointerKeys(pointer)) if (isJsonList(value)) {
		value = value[Number(key)];
		meaning = pointerTo(meaning, `[${nameOf$1(value)}]`);
	} else {
		value = isJsonObject(value) ? value[key] : void 0;
		meaning = pointerTo(meaning, key);
	}
	return meaning;
}
const NAMING = [
	"name",
	"key",
	"mountPath",
	"host",
	"path",
	"containerPort",
	"port"
];
function nameOf$1(entry) {
	if (!isJsonObject(entry)) return "";
	for (const key of NAMING) {
		const value = entry[key];
		if (typeof value === "string" || typeof value === "bigint") return `${key}=${String(value)}`;
	}
	return "";
}

// src/core/schema/names.ts
/** A label of the domain name system: what most parts of an object are named by. */
const dnsLabel = (text) => text.length <= 63 && /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/.test(text) ? void 0 : "at most 63 lower case letters, digits and \"-\", with a letter or digit at each end";
/** The same beginning with a letter, as the names of Services. */
const dns1035Label = (text) => text.length <= 63 && /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/.test(text) ? void 0 : "at most 63 lower case letters, digits and \"-\", beginning with a letter and ending with a letter or digit";
/** A domain name: what most objects are named by. */
const dnsSubdomain = (text) => text.length <= 253 && text.split(".").every((label) => /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/.test(label)) ? void 0 : "at most 253 lower case letters, digits, \"-\" and \".\", with a letter or digit at the ends of each part";
/** A part of a URL's path: the names of roles. */
const pathSegment = (text) => text !== "." && text !== ".." && !/[/%]/.test(text) ? void 0 : "a text without \"/\" and \"%\", and not \".\" or \"..\"";
/** A name of a port, as IANA registers services. */
const portName = (text) => text.length <= 15 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && /[a-z]/.test(text) ? void 0 : "at most 15 lower case letters, digits and single \"-\" between them, with at least one letter";
/** The key of a label or an annotation: a name, after the domain of who gives it and a slash or alone. */
const qualifiedName = (text) => {
	const parts = text.split("/");
	const name = parts.pop() ?? "";
	const [domain, ...others] = parts;
	return name.length <= 63 && /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/.test(name) && others.length === 0 && (domain === void 0 || dnsSubdomain(domain) === void 0) ? void 0 : "a name of at most 63 letters, digits, \"-\", \"_\" and \".\", with a domain and \"/\" before it or none";
};
/** The value of a label. */
const labelValue = (text) => text === "" || text.length <= 63 && /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/.test(text) ? void 0 : "at most 63 letters, digits, \"-\", \"_\" and \".\", with a letter or digit at each end";
/** A host that an Ingress may have: a domain name, or one with `*` for its first part. */
const ingressHost = (text) => dnsSubdomain(text.replace(/^\*\./, "")) === void 0 && !/^\d+(?:\.\d+){3}$/.test(text) ? void 0 : "a domain name in lower case, or one whose first part is \"*\"";

// src/core/schema/rules/named.ts
/** The fault of a name that is none, or nothing. What is no text is the schema's matter. */
function checkName$1(code, value, pointer, rule) {
	if (typeof value !== "string" || isPlaceholder(value)) return [];
	const wanted = rule(value);
	if (wanted === void 0) return [];
	return [{
		code,
		pointer,
		text: `${fieldName(pointer)} is "${shortened(value)}", and must be ${wanted}.`
	}];
}
/** The same for a field of an object. */
function checkNameAt(code, { value, pointer }, key, rule) {
	return checkName$1(code, value[key], pointerTo(pointer, key), rule);
}
/** A fault for every entry of a list whose key another before it has; `what` says what comes of it. */
function checkUnique(entries, keyOf, field, what) {
	const seen = /* @__PURE__ */ new Set();
	return entries.flatMap(({ value, pointer }) => {
		const key = keyOf(value);
		if (key === void 0 || isPlaceholder(key)) return [];
		if (!seen.has(key)) {
			seen.add(key);
			return [];
		}
		const at = field === "" ? pointer : pointerTo(pointer, field);
		return [{
			code: "schema.duplicate",
			pointer: at,
			text: `${fieldName(at)}: "${shortened(key)}" ${what}`
		}];
	});
}
/** The text in a field. */
function textOf$1(key) {
	return (object) => {
		const value = object[key];
		return typeof value === "string" && value !== "" ? value : void 0;
	};
}

// src/core/schema/object-names.ts
/** Faults of an object's own name and namespace. */
function checkObjectNames({ value, ref }) {
	const metadata = value["metadata"];
	if (!isJsonObject(metadata)) return [];
	const rule = NAME_RULES.get(groupKind(ref)) ?? dnsSubdomain;
	const { name, generateName, namespace } = {
		name: metadata["name"],
		generateName: metadata["generateName"],
		namespace: metadata["namespace"]
	};
	return [
		...name === "" ? [] : checkName$1("schema.name", name, pointerTo("/metadata", "name"), rule),
		...generateName === "" ? [] : checkName$1("schema.name", generateName, "/metadata/generateName", beginning(rule)),
		...namespace === "" ? [] : checkName$1("schema.name", namespace, "/metadata/namespace", dnsLabel)
	];
}
/** A beginning is good when a name is that begins with it. */
function beginning(rule) {
	return (text) => rule(`${text.slice(0, 57)}a`);
}
const anyName = () => void 0;
const NAME_RULES = /* @__PURE__ */ new Map([
	["core/Namespace", dnsLabel],
	["core/Service", dns1035Label],
	["rbac.authorization.k8s.io/Role", pathSegment],
	["rbac.authorization.k8s.io/RoleBinding", pathSegment],
	["rbac.authorization.k8s.io/ClusterRole", pathSegment],
	["rbac.authorization.k8s.io/ClusterRoleBinding", pathSegment],
	["certificates.k8s.io/CertificateSigningRequest", anyName],
	["networking.k8s.io/IPAddress", anyName]
]);

// src/core/schema/removed-versions.ts
/** The removal of a kind's version, as the deprecation guide of Kubernetes lists it; undefined when it is served. */
function removalOf(ref) {
	return REMOVALS.get(`${ref.group}/${ref.version} ${ref.kind}`);
}
const LIST = [
	[
		"1.16",
		"extensions/v1beta1",
		[
			"DaemonSet",
			"Deployment",
			"ReplicaSet"
		],
		"apps/v1"
	],
	[
		"1.16",
		"extensions/v1beta1",
		["NetworkPolicy"],
		"networking.k8s.io/v1"
	],
	[
		"1.16",
		"extensions/v1beta1",
		["PodSecurityPolicy"],
		null
	],
	[
		"1.16",
		"apps/v1beta1",
		[
			"Deployment",
			"StatefulSet",
			"ControllerRevision"
		],
		"apps/v1"
	],
	[
		"1.16",
		"apps/v1beta2",
		[
			"DaemonSet",
			"Deployment",
			"ReplicaSet",
			"StatefulSet",
			"ControllerRevision"
		],
		"apps/v1"
	],
	[
		"1.22",
		"admissionregistration.k8s.io/v1beta1",
		["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"],
		"admissionregistration.k8s.io/v1"
	],
	[
		"1.22",
		"apiextensions.k8s.io/v1beta1",
		["CustomResourceDefinition"],
		"apiextensions.k8s.io/v1"
	],
	[
		"1.22",
		"apiregistration.k8s.io/v1beta1",
		["APIService"],
		"apiregistration.k8s.io/v1"
	],
	[
		"1.22",
		"authentication.k8s.io/v1beta1",
		["TokenReview"],
		"authentication.k8s.io/v1"
	],
	[
		"1.22",
		"authorization.k8s.io/v1beta1",
		[
			"LocalSubjectAccessReview",
			"SelfSubjectAccessReview",
			"SelfSubjectRulesReview",
			"SubjectAccessReview"
		],
		"authorization.k8s.io/v1"
	],
	[
		"1.22",
		"certificates.k8s.io/v1beta1",
		["CertificateSigningRequest"],
		"certificates.k8s.io/v1"
	],
	[
		"1.22",
		"coordination.k8s.io/v1beta1",
		["Lease"],
		"coordination.k8s.io/v1"
	],
	[
		"1.22",
		"extensions/v1beta1",
		["Ingress"],
		"networking.k8s.io/v1"
	],
	[
		"1.22",
		"networking.k8s.io/v1beta1",
		["Ingress", "IngressClass"],
		"networking.k8s.io/v1"
	],
	[
		"1.22",
		"rbac.authorization.k8s.io/v1beta1",
		[
			"ClusterRole",
			"ClusterRoleBinding",
			"Role",
			"RoleBinding"
		],
		"rbac.authorization.k8s.io/v1"
	],
	[
		"1.22",
		"scheduling.k8s.io/v1beta1",
		["PriorityClass"],
		"scheduling.k8s.io/v1"
	],
	[
		"1.22",
		"storage.k8s.io/v1beta1",
		[
			"CSIDriver",
			"CSINode",
			"StorageClass",
			"VolumeAttachment"
		],
		"storage.k8s.io/v1"
	],
	[
		"1.25",
		"batch/v1beta1",
		["CronJob"],
		"batch/v1"
	],
	[
		"1.25",
		"discovery.k8s.io/v1beta1",
		["EndpointSlice"],
		"discovery.k8s.io/v1"
	],
	[
		"1.25",
		"events.k8s.io/v1beta1",
		["Event"],
		"events.k8s.io/v1"
	],
	[
		"1.25",
		"autoscaling/v2beta1",
		["HorizontalPodAutoscaler"],
		"autoscaling/v2"
	],
	[
		"1.25",
		"policy/v1beta1",
		["PodDisruptionBudget"],
		"policy/v1"
	],
	[
		"1.25",
		"policy/v1beta1",
		["PodSecurityPolicy"],
		null
	],
	[
		"1.25",
		"node.k8s.io/v1beta1",
		["RuntimeClass"],
		"node.k8s.io/v1"
	],
	[
		"1.26",
		"autoscaling/v2beta2",
		["HorizontalPodAutoscaler"],
		"autoscaling/v2"
	],
	...[
		["1.26", "v1beta1"],
		["1.29", "v1beta2"],
		["1.32", "v1beta3"]
	].map(([since, version]) => [
		since,
		`flowcontrol.apiserver.k8s.io/${version}`,
		["FlowSchema", "PriorityLevelConfiguration"],
		"flowcontrol.apiserver.k8s.io/v1"
	]),
	[
		"1.27",
		"storage.k8s.io/v1beta1",
		["CSIStorageCapacity"],
		"storage.k8s.io/v1"
	]
];
const REMOVALS = new Map(LIST.flatMap(([since, version, kinds, instead]) => kinds.map((kind) => [`${version} ${kind}`, {
	since,
	instead
}])));

// src/core/schema/rules/amounts.ts
/** A rule for a part whose fields hold a number or a percentage. */
function percentRule(...keys) {
	return ({ value, pointer }) => keys.flatMap((key) => checkPercent(value[key], pointerTo(pointer, key)));
}
/** Requests beyond their limits. */
const resources = ({ value, pointer }) => {
	const requests = mapAt$1(value, "requests");
	const limits = mapAt$1(value, "limits");
	return Object.keys(requests).flatMap((name) => {
		const [request, limit] = [parseQuantity(requests[name] ?? null), parseQuantity(limits[name] ?? null)];
		if (!request || !limit || compareDecimals(request, limit) <= 0) return [];
		const at = pointerTo(pointerTo(pointer, "requests"), name);
		const most = fieldName(pointerTo(pointerTo(pointer, "limits"), name));
		return [{
			code: "schema.limit",
			pointer: at,
			text: `${fieldName(at)} is more than ${most}; the server refuses it.`
		}];
	});
};
function checkPercent(value, pointer) {
	if (typeof value === "string" ? isPlaceholder(value) || /^\d+%$/.test(value) : typeof value !== "bigint" || value >= 0n) return [];
	return [{
		code: "schema.percent",
		pointer,
		text: `${fieldName(pointer)} must be a number of pods, or a percentage such as 25%.`
	}];
}
function mapAt$1(object, key) {
	const value = object[key];
	return isJsonObject(value) ? value : {};
}

// src/core/schema/rules/ingress.ts
/** The host of an Ingress rule; none, or an empty one, means every host. */
const ingressRule = (part) => part.value["host"] === "" ? [] : checkNameAt("schema.host", part, "host", ingressHost);
/** The hosts of an Ingress's certificate. */
const ingressTls = ({ value, pointer }) => {
	const hosts = value["hosts"];
	if (!isJsonList(hosts)) return [];
	const at = pointerTo(pointer, "hosts");
	return hosts.flatMap((host, index) => checkName$1("schema.host", host, pointerTo(at, index), ingressHost));
};

// src/core/schema/rules/labels.ts
/** The labels and annotations of an object, or of a template for one. */
const objectMeta = ({ value, pointer }) => [...checkLabels(value, pointer, "labels"), ...Object.keys(mapAt(value, "annotations")).flatMap((key) => checkKey("schema.annotation", key.toLowerCase(), pointerTo(pointerTo(pointer, "annotations"), key)))];
/** A rule for a part with a map of labels in a field. */
function labelsRule(key) {
	return ({ value, pointer }) => checkLabels(value, pointer, key);
}
/** A workload whose selector does not select the pods it makes. */
const workloadSpec = ({ value, pointer }) => {
	const labels = mapAt(mapAt(mapAt(value, "template"), "metadata"), "labels");
	const wanted = mapAt(mapAt(value, "selector"), "matchLabels");
	const [first] = Object.keys(wanted).filter((key) => !isPlaceholder(wanted[key]) && !isPlaceholder(labels[key]) && labels[key] !== wanted[key]);
	if (first === void 0 || !("template" in value)) return [];
	const at = pointerTo(pointerTo(pointerTo(pointer, "selector"), "matchLabels"), first);
	return [{
		code: "schema.selector",
		pointer: at,
		text: `${fieldName(at)} is not what the pod template's labels say; the server refuses it. Make both the same.`
	}];
};
function checkLabels(holder, pointer, key) {
	const at = pointerTo(pointer, key);
	return Object.entries(mapAt(holder, key)).flatMap(([name, value]) => {
		const place = pointerTo(at, name);
		const faults = checkKey("schema.label", name, place);
		const wanted = typeof value === "string" && !isPlaceholder(value) ? labelValue(value) : void 0;
		return wanted === void 0 ? faults : [...faults, {
			code: "schema.label",
			pointer: place,
			text: `${fieldName(place)} must be ${wanted}.`
		}];
	});
}
function checkKey(code, key, pointer) {
	if (isPlaceholder(key)) return [];
	const wanted = qualifiedName(key);
	return wanted === void 0 ? [] : [{
		code,
		pointer,
		text: `The key of ${fieldName(pointer)} must be ${wanted}.`
	}];
}
function mapAt(object, key) {
	const value = object[key];
	return isJsonObject(value) ? value : {};
}

// src/core/schema/rules/ports.ts
const MOST = 65535;
/** A rule for a part with a port in a field, written as a number or as a port's name. */
function portRule(...keys) {
	return (part) => keys.flatMap((key) => checkPort(part.value[key], pointerTo(part.pointer, key)));
}
/** A port of a container. */
const containerPort = (part) => [
	...checkPort(part.value["containerPort"], pointerTo(part.pointer, "containerPort")),
	...checkPort(part.value["hostPort"], pointerTo(part.pointer, "hostPort"), 0),
	...checkNameAt("schema.port-name", part, "name", portName)
];
/** A port of a Service. */
const servicePort = (part) => [
	...checkPort(part.value["port"], pointerTo(part.pointer, "port")),
	...checkPort(part.value["targetPort"], pointerTo(part.pointer, "targetPort")),
	...checkPort(part.value["nodePort"], pointerTo(part.pointer, "nodePort"), 0),
	...checkNameAt("schema.port-name", part, "name", dnsLabel)
];
/** The ports of a Service together. */
const servicePorts = ({ value, pointer }) => {
	const ports = objectsAt(value, pointer, "ports");
	const nameless = ports.length > 1 ? ports.filter((port) => textOf$1("name")(port.value) === void 0) : [];
	return [
		...checkUnique(ports, textOf$1("name"), "name", "is the name of another port too; the server refuses it."),
		...checkUnique(ports, numberAndProtocol("port"), "port", "is there twice; the server refuses it."),
		...nameless.map((port) => {
			const at = pointerTo(port.pointer, "name");
			return {
				code: "schema.required",
				pointer: at,
				text: `${fieldName(at)} is missing: of several ports each needs a name.`
			};
		})
	];
};
/** The ports of one container together. */
function checkContainerPorts({ value, pointer }) {
	const ports = objectsAt(value, pointer, "ports");
	return [...checkUnique(ports, textOf$1("name"), "name", "is the name of another port too; the server refuses it."), ...checkUnique(ports, numberAndProtocol("containerPort"), "containerPort", "is there twice. Remove one.")];
}
function checkPort(value, pointer, least = 1) {
	if (typeof value === "string") return checkName$1("schema.port-name", value, pointer, portName);
	if (typeof value !== "bigint" && typeof value !== "number") return [];
	if (value >= least && value <= MOST) return [];
	return [{
		code: "schema.port",
		pointer,
		text: `${fieldName(pointer)} is ${String(value)}, and must be a port from ${String(least)} to ${String(MOST)}.`
	}];
}
function numberAndProtocol(key) {
	return (port) => {
		const number = port[key];
		if (typeof number !== "bigint") return void 0;
		const { protocol, hostPort, hostIP } = {
			protocol: port["protocol"],
			hostPort: port["hostPort"],
			hostIP: port["hostIP"]
		};
		const host = [hostIP, hostPort].filter((part) => typeof part === "string" || typeof part === "bigint");
		return [`${String(number)}/${typeof protocol === "string" ? protocol : "TCP"}`, ...host.map(String)].join(" ");
	};
}

// src/core/schema/rules/pods.ts
/** The parts of a pod that refer to each other by name. */
const podSpec = (spec, context) => {
	const at = (key) => objectsAt(spec.value, spec.pointer, key);
	const containers = [
		"initContainers",
		"containers",
		"ephemeralContainers"
	].flatMap(at);
	const volumes = at("volumes");
	return [
		...containers.flatMap((container) => checkNameAt("schema.name", container, "name", dnsLabel)),
		...checkUnique(containers, textOf$1("name"), "name", "is the name of another container too; the server refuses it."),
		...volumes.flatMap((volume) => checkNameAt("schema.name", volume, "name", dnsLabel)),
		...checkUnique(volumes, textOf$1("name"), "name", "is the name of another volume too; the server refuses it."),
		...containers.flatMap(checkContainer),
		...checkMounts(containers, /* @__PURE__ */ new Set([...namesOf(volumes), ...claimNames(context)]))
	];
};
function checkContainer(container) {
	const { value, pointer } = container;
	const env = objectsAt(value, pointer, "env");
	const mounts = objectsAt(value, pointer, "volumeMounts");
	return [
		...checkContainerPorts(container),
		...checkUnique(env, textOf$1("name"), "name", "is set before; the last one wins. Remove one."),
		...checkUnique(mounts, textOf$1("mountPath"), "mountPath", "is mounted before; the server refuses it.")
	];
}
function checkMounts(containers, volumes) {
	if ([...volumes].some(isPlaceholder)) return [];
	return containers.flatMap(({ value, pointer }) => ["volumeMounts", "volumeDevices"].flatMap((key) => objectsAt(value, pointer, key))).flatMap(({ value, pointer }) => {
		const name = textOf$1("name")(value);
		if (name === void 0 || isPlaceholder(name) || volumes.has(name)) return [];
		const at = pointerTo(pointer, "name");
		return [{
			code: "schema.no-volume",
			pointer: at,
			text: `${fieldName(at)}: there is no volume "${shortened(name)}" in this pod. Name one of its volumes, or add it.`
		}];
	});
}
/** A StatefulSet gives its pods a volume for every claim. */
function claimNames({ object, kind }) {
	const spec = object["spec"];
	if (kind !== "StatefulSet" || !isJsonObject(spec)) return [];
	return objectsIn(spec["volumeClaimTemplates"], "").flatMap(({ value }) => {
		const metadata = value["metadata"];
		return isJsonObject(metadata) ? textOf$1("name")(metadata) ?? [] : [];
	});
}
function namesOf(objects) {
	return objects.flatMap(({ value }) => textOf$1("name")(value) ?? []);
}

// src/core/schema/rules/part-rules.ts
/** What the server asks of a part beyond its schema, by the name of the part's definition. */
const PART_RULES = /* @__PURE__ */ new Map([
	["IoK8sApimachineryPkgApisMetaV1ObjectMeta", [objectMeta]],
	["IoK8sApimachineryPkgApisMetaV1LabelSelector", [labelsRule("matchLabels")]],
	["IoK8sApiAppsV1DeploymentSpec", [workloadSpec]],
	["IoK8sApiAppsV1DaemonSetSpec", [workloadSpec]],
	["IoK8sApiAppsV1ReplicaSetSpec", [workloadSpec]],
	["IoK8sApiAppsV1StatefulSetSpec", [workloadSpec]],
	["IoK8sApiCoreV1PodSpec", [podSpec, labelsRule("nodeSelector")]],
	["IoK8sApiCoreV1ContainerPort", [containerPort]],
	["IoK8sApiCoreV1HTTPGetAction", [portRule("port")]],
	["IoK8sApiCoreV1TCPSocketAction", [portRule("port")]],
	["IoK8sApiCoreV1GRPCAction", [portRule("port")]],
	["IoK8sApiCoreV1ResourceRequirements", [resources]],
	["IoK8sApiCoreV1ServicePort", [servicePort]],
	["IoK8sApiCoreV1ServiceSpec", [servicePorts, labelsRule("selector")]],
	["IoK8sApiNetworkingV1ServiceBackendPort", [portRule("number", "name")]],
	["IoK8sApiNetworkingV1NetworkPolicyPort", [portRule("port", "endPort")]],
	["IoK8sApiNetworkingV1IngressRule", [ingressRule]],
	["IoK8sApiNetworkingV1IngressTLS", [ingressTls]],
	["IoK8sApiAppsV1RollingUpdateDeployment", [percentRule("maxSurge", "maxUnavailable")]],
	["IoK8sApiAppsV1RollingUpdateDaemonSet", [percentRule("maxSurge", "maxUnavailable")]],
	["IoK8sApiAppsV1RollingUpdateStatefulSetStrategy", [percentRule("maxUnavailable")]],
	["IoK8sApiPolicyV1PodDisruptionBudgetSpec", [percentRule("minAvailable", "maxUnavailable")]]
]);

// src/core/schema/check-object.ts
/**
* What the server would say about an object's form, each with its place: unknown fields, wrong types, names that are
* none and what else a schema lets through. Of a patch or a template only what no other piece can put right. Objects
* of a kind without schema have no issue, unless their version is gone.
*/
function checkObject(manifest, schemaOf) {
	return tell(manifest, judge(manifest, schemaOf(manifest.ref), false).faults);
}
/**
* The issues of a changed object that it did not have before: whoever changes it is not asked about what was there.
* Of a new object (`old` is null) all of them.
*/
function newIssues(old, now, schemaOf) {
	if (!old) return checkObject(now, schemaOf);
	const before = judge(old, schemaOf(old.ref), false);
	const { faults } = judge(now, schemaOf(now.ref), before.isWhole);
	const left = /* @__PURE__ */ new Map();
	for (const fault of before.faults) left.set(keyOf$2(fault, old), (left.get(keyOf$2(fault, old)) ?? 0) + 1);
	return tell(now, faults.filter((fault) => {
		const key = keyOf$2(fault, now);
		const count = left.get(key) ?? 0;
		left.set(key, count - 1);
		return count <= 0;
	}));
}
/** So many issues of one object say that it needs another look; more would say no more. */
const MOST_ISSUES = 50;
/**
* An object's faults. Patches need not be called so: an object that lacks what its kind cannot be without, at its top,
* is a piece that something else completes, unless it is known to have been whole.
*/
function judge(manifest, schema, wasWhole) {
	const isPlain = manifest.role === "manifest";
	if ("sops" in manifest.value) return {
		faults: [],
		isWhole: false
	};
	const removed = checkVersion(manifest);
	if (!schema) return {
		faults: removed,
		isWhole: false
	};
	const form = formOf(manifest, schema, !isPlain);
	if (!isPlain) return {
		faults: [...removed, ...form.faults],
		isWhole: false
	};
	if (!wasWhole && form.faults.some(isMissingAtTop)) return {
		faults: [...removed, ...formOf(manifest, schema, true).faults],
		isWhole: false
	};
	return {
		faults: [
			...removed,
			...checkObjectNames(manifest),
			...form.faults,
			...checkParts(manifest, form)
		],
		isWhole: true
	};
}
function isMissingAtTop({ code, pointer }) {
	return code === "schema.required" && pointer.split("/").length <= 3;
}
function formOf({ value, ref }, schema, piece) {
	return checkForm(value, schema, {
		piece,
		nullIsAbsent: isServersOwn(ref.group),
		telling: ref.kind !== "Secret"
	});
}
function checkParts({ value, ref }, { parts }) {
	const context = {
		object: value,
		kind: ref.kind
	};
	return [...PART_RULES].flatMap(([name, rules]) => (parts.get(name) ?? []).flatMap((part) => rules.flatMap((rule) => rule(part, context))));
}
/** Groups whose kinds are part of Kubernetes: their objects are read by Go, for which null is nothing. */
function isServersOwn(group) {
	return !group.includes(".") || group.endsWith(".k8s.io") && group !== "gateway.networking.k8s.io";
}
function checkVersion({ ref }) {
	const removal = removalOf(ref);
	if (!removal) return [];
	const { since, instead } = removal;
	const advice = instead === null ? "There is no such kind any more." : `Write "${instead}" and what it asks for.`;
	return [{
		code: "schema.removed-version",
		pointer: "/apiVersion",
		text: `Kubernetes does not serve ${ref.group}/${ref.version} ${ref.kind} since ${since}. ${advice}`,
		...instead !== null && { suggestion: instead }
	}];
}
function keyOf$2({ code, pointer }, manifest) {
	return `${code} ${meaningOf(pointer, manifest.value)}`;
}
function tell(manifest, faults) {
	const issues = faults.slice(0, 500).map(({ code, pointer, text, suggestion }) => ({
		code,
		severity: "low",
		path: manifest.path,
		...placeOf$2(manifest, code, pointer),
		text,
		...suggestion !== void 0 && { suggestion }
	}));
	return sortIssues(issues).slice(0, MOST_ISSUES);
}
/** What is missing or unknown is about a key; else the value shows it. */
function placeOf$2(manifest, code, pointer) {
	return code === "schema.unknown-field" || code === "schema.required" ? manifest.locateKey(pointer) : manifest.locate(pointer);
}

// src/core/routes/compare-routes.ts
const SORT_KEYS = [
	(route) => route.environment ?? "",
	(route) => route.host,
	(route) => route.path,
	(route) => route.pathType,
	(route) => route.conditions ?? "",
	(route) => route.object.kind,
	(route) => route.object.namespace ?? "",
	(route) => route.object.name,
	(route) => route.object.group,
	wayOf,
	(route) => JSON.stringify([route.object, route.via])
];
/** Order of routes: environment, host, path, path type, conditions, object, and then what stands behind. */
function compareRoutes(a, b) {
	for (const keyOf of SORT_KEYS) {
		const [left, right] = [keyOf(a), keyOf(b)];
		if (left !== right) return left < right ? -1 : 1;
	}
	return 0;
}
/** How a route is reached and what stands behind it: equal exactly when nothing of that differs. */
function wayOf(route) {
	const { backend, tls, auth, sources, via } = route;
	return JSON.stringify([
		backend,
		tls,
		auth,
		sources,
		route.class,
		via.map(nameOf)
	]);
}
/** The objects as a route names them on its way: a sorted set. */
function viaOf(objects) {
	return [...new Map(objects.map((object) => [JSON.stringify([...nameOf(object), object.version]), object]))].toSorted(([a], [b]) => a < b ? -1 : 1).map(([, object]) => object);
}
/** An object whatever its version. */
function nameOf(object) {
	return [
		storedGroup(object),
		object.kind,
		object.namespace,
		object.name
	];
}

// src/core/routes/diff-routes.ts
/**
* What becomes reachable, what no longer is, and what is reached in another way. A route is known by environment,
* host, path, path type, conditions and object (whatever its version); where several share that, equal ones are
* matched first, then those that come the same way in, with or without TLS.
*/
function diffRoutes(base, head) {
	const groups = /* @__PURE__ */ new Map();
	const groupOf = (route) => {
		const key = keyOf$1(route);
		const known = groups.get(key) ?? {
			old: [],
			now: []
		};
		groups.set(key, known);
		return known;
	};
	for (const route of base.toSorted(compareRoutes)) groupOf(route).old.push(route);
	for (const route of head.toSorted(compareRoutes)) groupOf(route).now.push(route);
	const parts = [...groups.values()].map(({ old, now }) => diffGroup(old, now));
	return {
		added: parts.flatMap((part) => part.added).toSorted(compareRoutes),
		removed: parts.flatMap((part) => part.removed).toSorted(compareRoutes),
		changed: parts.flatMap((part) => part.changed).toSorted((a, b) => compareRoutes(a.new, b.new))
	};
}
function diffGroup(old, now) {
	const changed = [];
	let [removed, added] = [withoutSame(old, now), withoutSame(now, old)];
	for (const sideOf of LIKENESS) {
		const pairs = pairUp(removed, added, sideOf);
		changed.push(...pairs);
		removed = removed.filter((route) => !pairs.some((pair) => pair.old === route));
		added = added.filter((route) => !pairs.some((pair) => pair.new === route));
	}
	return {
		added,
		removed,
		changed
	};
}
/** By what two routes are taken for the same one in another way, the closest first. */
const LIKENESS = [
	(route) => JSON.stringify([
		route.tls,
		route.class,
		route.backend
	]),
	(route) => JSON.stringify([route.tls, route.class]),
	(route) => JSON.stringify([route.class]),
	(route) => JSON.stringify([route.tls]),
	() => ""
];
/** Routes alike, one for one and in their order. */
function pairUp(before, after, sideOf) {
	const waiting = /* @__PURE__ */ new Map();
	for (const route of before) waiting.set(sideOf(route), [...waiting.get(sideOf(route)) ?? [], route]);
	return after.flatMap((route) => {
		const old = waiting.get(sideOf(route))?.shift();
		return old ? [{
			old,
			new: route
		}] : [];
	});
}
/** The routes that have no equal among the others, one for one. */
function withoutSame(routes, others) {
	const left = /* @__PURE__ */ new Map();
	for (const other of others) left.set(wayOf(other), (left.get(wayOf(other)) ?? 0) + 1);
	return routes.filter((route) => {
		const count = left.get(wayOf(route)) ?? 0;
		left.set(wayOf(route), count - 1);
		return count <= 0;
	});
}
function keyOf$1({ environment, host, path, pathType, conditions, object }) {
	const { kind, namespace, name } = object;
	return JSON.stringify([
		environment,
		host,
		path,
		pathType,
		conditions,
		storedGroup(object),
		kind,
		namespace,
		name
	]);
}

// src/core/routes/members.ts
const NOTHING$1 = {};
/** The object at a path of keys; an empty one when there is none. */
function objectIn(value, ...keys) {
	const found = valueIn(value, keys);
	return isJsonObject(found) ? found : NOTHING$1;
}
/** The list at a path of keys; an empty one when there is none. */
function listIn(value, ...keys) {
	const found = valueIn(value, keys);
	return isJsonList(found) ? found : [];
}
/** The text, or the number as text, at a path of keys; empty when there is none. */
function textIn(value, ...keys) {
	const found = valueIn(value, keys);
	return typeof found === "string" || typeof found === "bigint" ? String(found) : "";
}
/** The texts of a list at a path of keys. */
function textsIn(value, ...keys) {
	return listIn(value, ...keys).filter((item) => typeof item === "string");
}
/** Whether something other than null stands at a path of keys. */
function hasIn(value, ...keys) {
	return (valueIn(value, keys) ?? null) !== null;
}
function valueIn(value, keys) {
	let found = value;
	for (const key of keys) found = isJsonObject(found) && Object.hasOwn(found, key) ? found[key] : void 0;
	return found;
}

// src/core/routes/annotations.ts
/** The annotations of an object that are texts with something in them. */
function annotationsOf(object) {
	const annotations = /* @__PURE__ */ new Map();
	for (const [key, value] of Object.entries(objectIn(object, "metadata", "annotations"))) if (typeof value === "string" && value.trim() !== "") annotations.set(key, value.trim());
	return annotations;
}

// src/core/routes/backends.ts
/** A backend by name and port, with the namespace when it is another one than the owner's. */
function backendName(name, port, namespace = "", own = null) {
	return `${namespace === "" || namespace === own ? "" : `${namespace}/`}${name}${port === "" ? "" : `:${port}`}`;
}
/** All backends in an order of their own, with their weights when these differ; `nothing` when there is none. */
function backendsText(backends) {
	const weights = new Set(backends.map(({ weight }) => weight || "1"));
	return backends.map(({ name, weight }) => weights.size > 1 ? `${name} (weight ${weight || "1"})` : name).toSorted().join(", ") || "nothing";
}
/** A backend to which TLS is passed on as it comes in: it does not end here. */
function passedThrough(backend) {
	return `${backend} (TLS passes through)`;
}
/** Where a redirect leads. What is not given stays as it was asked for; passwords are masked. */
function redirectText(to) {
	const { scheme = "", host = "", port = "", path = "" } = to;
	if (host + port + path === "") return `redirect to ${scheme === "" ? "itself" : scheme}`;
	const lead = host === "" ? "" : scheme === "" ? "//" : `${scheme}://`;
	return `redirect to ${maskText(`${lead}${host}${port === "" ? "" : `:${port}`}${path}`, () => "***")}`;
}

// src/core/routes/open-route.ts
/** A route with all that its object says of every route; what is not given is open: no TLS, no sign-in, anyone. */
function openRoute(route) {
	return {
		path: "/",
		pathType: "Prefix",
		conditions: null,
		backend: "nothing",
		tls: false,
		auth: null,
		sources: null,
		class: null,
		via: [],
		...route
	};
}
/** Sign-ins in a row, in words; null when there is none. */
function allAuth(...words) {
	return [...new Set(words.filter((word) => word !== null))].join(", ") || null;
}
/** Names as one text, in an order of its own: which stands first means nothing. Null for no name. */
function joinNames(names) {
	return [...new Set(names.filter((name) => name !== ""))].toSorted().join(", ") || null;
}

// src/core/routes/contour/contour-auth.ts
/** What signs people in at a route of a virtual host: its authorization server, a token, a client certificate. */
function proxyAuth(root, route) {
	const host = objectIn(root, "spec", "virtualhost");
	return allAuth(serverOf$1(host, route), tokenOf(host, route), certificateOf(host));
}
function serverOf$1(host, route) {
	if (!hasIn(host, "authorization")) return null;
	const byHost = objectIn(host, "authorization", "authPolicy")["disabled"] === true;
	const byRoute = objectIn(route, "authPolicy")["disabled"];
	return (typeof byRoute === "boolean" ? byRoute : byHost) ? null : `authorization ${textIn(host, "authorization", "extensionRef", "name")}`.trim();
}
function tokenOf(host, route) {
	const policy = objectIn(route, "jwtVerificationPolicy");
	if (policy["disabled"] === true) return null;
	const standard = listIn(host, "jwtProviders").find((provider) => objectIn(provider)["default"] === true);
	const name = textIn(policy, "require") || textIn(standard ?? null, "name");
	return name === "" ? null : `jwt ${name}`;
}
/** A certificate that is optional or not checked keeps nobody out. */
function certificateOf(host) {
	const validation = objectIn(host, "tls", "clientValidation");
	const isLax = validation["optionalClientCertificate"] === true || validation["skipClientCertValidation"] === true;
	return hasIn(host, "tls", "clientValidation") && !isLax ? "client certificate" : null;
}

// src/core/routes/conditions.ts
/** Conditions in words as one text; null when there is none. */
function conditionsText(conditions) {
	return conditions.filter((condition) => condition !== "").join(", ") || null;
}
/** A header or query parameter that a request must have: `header x-beta = 1`. What may be a secret is masked. */
function fieldCondition(what, name, value, isPattern = false) {
	const shown = isSecretName(name) ? "***" : maskText(value, () => "***");
	if (name === "") return "";
	return shown === "" ? `${what} ${name}` : `${what} ${name} ${isPattern ? "~" : "="} ${shown}`;
}
/** The headers or query parameters of a Gateway API match, sorted. */
function matchedFields(match, member, what) {
	return listIn(match, member).map((field) => fieldCondition(what, textIn(field, "name"), textIn(field, "value"), textIn(field, "type") === "RegularExpression")).toSorted();
}

// src/core/routes/neighbours.ts
/** Whether more may be under that name than was found. */
function mayBeMore({ state }) {
	return state === "unknown" || state === "partial";
}
/** Makes the neighbours of any of these objects known. The others are those of the other side of a comparison. */
function neighboursOf(manifests, others) {
	const [here, there] = [lazily(() => index(manifests)), lazily(() => index(others))];
	const known = /* @__PURE__ */ new Map();
	const neighboursAt = (key) => {
		const neighbours = known.get(key) ?? (here().get(key) ?? []).map(neighbourOf).toSorted(compareNeighbours);
		known.set(key, neighbours);
		return neighbours;
	};
	const references = new References(neighboursAt);
	return (placed) => {
		const place = placeOf$1(placed);
		return {
			find: (kind, namespace, name) => {
				const key = nameKey(place, kind, namespace, name);
				const found = here().get(key) ?? [];
				const objects = neighboursAt(key);
				if (found.length === 0) return {
					state: there().has(key) ? "gone" : "unknown",
					objects
				};
				return {
					state: found.every(({ manifest }) => manifest.role === "manifest") ? "whole" : "partial",
					objects
				};
			},
			all: (kind) => neighboursAt(kindKey(place, kind)),
			referring: (kind, text, textsOf) => references.find(kindKey(place, kind), text, textsOf)
		};
	};
}
/** Who names whom: read once, not once for each object that is named. */
var References = class {
	#neighboursAt;
	#known = /* @__PURE__ */ new Map();
	constructor(neighboursAt) {
		this.#neighboursAt = neighboursAt;
	}
	find(key, text, textsOf) {
		const byKey = this.#known.get(textsOf) ?? /* @__PURE__ */ new Map();
		this.#known.set(textsOf, byKey);
		const named = byKey.get(key) ?? namedBy(this.#neighboursAt(key), textsOf);
		byKey.set(key, named);
		return named.get(text) ?? [];
	}
};
function namedBy(neighbours, textsOf) {
	const named = /* @__PURE__ */ new Map();
	for (const neighbour of neighbours) for (const text of new Set(textsOf(neighbour))) {
		const list = named.get(text);
		if (list) list.push(neighbour);
		else named.set(text, [neighbour]);
	}
	return named;
}
/** Most objects ask for no neighbour. */
function lazily(make) {
	let made;
	return () => made ??= make();
}
/** Every manifest under its kind and under its name. */
function index(manifests) {
	const map = /* @__PURE__ */ new Map();
	for (const placed of manifests) {
		const ref = effectiveRef(placed);
		const [place, kind] = [placeOf$1(placed), kindOf$2(ref)];
		for (const key of [kindKey(place, kind), nameKey(place, kind, ref.namespace, ref.name)]) {
			const list = map.get(key);
			if (list) list.push(placed);
			else map.set(key, [placed]);
		}
	}
	return map;
}
/** The kind of an object by the group in which the server stores it. */
function kindOf$2(ref) {
	return groupKind({
		group: storedGroup(ref),
		kind: ref.kind
	});
}
function placeOf$1({ placement }) {
	return JSON.stringify([placement.environment, placement.cluster]);
}
function kindKey(place, kind) {
	return JSON.stringify([place, kind]);
}
function nameKey(place, kind, namespace, name) {
	return JSON.stringify([
		place,
		kind,
		namespace,
		name
	]);
}
function neighbourOf(placed) {
	return {
		object: effectiveRef(placed),
		value: placed.manifest.value
	};
}
function compareNeighbours(a, b) {
	const [left, right] = [orderOf(a), orderOf(b)];
	return left === right ? 0 : left < right ? -1 : 1;
}
function orderOf({ object, value }) {
	return JSON.stringify([
		object.namespace,
		object.name,
		object.version,
		canonicalJson(value)
	]);
}

// src/core/routes/contour/contour-includes.ts
const KIND$2 = "projectcontour.io/HTTPProxy";
const EVERYWHERE = {
	path: "/",
	pathType: "prefix",
	conditions: null
};
/** Where a proxy is reached: at its own virtual host, or at those of all that include it, however many deep. */
function inclusionsOf(proxy, owner, around) {
	return hasIn(proxy, "spec", "virtualhost") ? [{
		root: proxy,
		place: EVERYWHERE,
		via: []
	}] : includedBy(owner.object, around, []);
}
/** More ways than this to include one proxy are no use to anybody; then the first ones are shown. */
const WAYS = 1e3;
function includedBy(proxy, around, seen) {
	const key = `${proxy.namespace ?? ""}/${proxy.name}`;
	if (seen.includes(key)) return [];
	return around.referring(KIND$2, key, includedIn).flatMap(({ object, value }) => {
		const places = listIn(value, "spec", "includes").filter((include) => titleOf(include, object.namespace) === key).map(pathsIn);
		return (hasIn(value, "spec", "virtualhost") ? [{
			root: value,
			place: EVERYWHERE,
			via: []
		}] : includedBy(object, around, [...seen, key])).flatMap(({ root, place, via }) => distinct$1(places).map((inner) => ({
			root,
			place: joinPaths(place, inner),
			via: [...via, object]
		})));
	}).slice(0, WAYS);
}
function includedIn({ object, value }) {
	return listIn(value, "spec", "includes").map((include) => titleOf(include, object.namespace));
}
function distinct$1(places) {
	return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}
/** What a proxy includes and nobody here knows. What the other side of a comparison has is known to be missing. */
function unknownIncludes(proxy, owner, around) {
	return listIn(proxy, "spec", "includes").flatMap((include) => {
		const namespace = textIn(include, "namespace") || owner.object.namespace;
		if (!mayBeMore(around.find(KIND$2, namespace, textIn(include, "name")))) return [];
		return [{
			title: titleOf(include, owner.object.namespace),
			place: pathsIn(include)
		}];
	});
}
/** The place of a route or of an inclusion: its conditions all together. */
function pathsIn(holder) {
	const conditions = listIn(holder, "conditions");
	const others = conditionsText(conditions.map(fieldIn).toSorted());
	for (const pathType of [
		"exact",
		"regex",
		"prefix"
	]) {
		const parts = conditions.map((condition) => textIn(condition, pathType)).filter((part) => part !== "");
		if (parts.length > 0) return {
			path: parts.reduce(joined),
			pathType,
			conditions: others
		};
	}
	return {
		...EVERYWHERE,
		conditions: others
	};
}
/** A place below another. */
function joinPaths(outer, inner) {
	return {
		path: joined(outer.path, inner.path),
		pathType: inner.pathType,
		conditions: conditionsText([outer.conditions ?? "", inner.conditions ?? ""])
	};
}
function joined(outer, inner) {
	if (inner === "/" || inner === "") return outer;
	return outer.endsWith("/") && inner.startsWith("/") ? outer + inner.slice(1) : outer + inner;
}
function titleOf(include, own) {
	return `${textIn(include, "namespace") || (own ?? "")}/${textIn(include, "name")}`;
}
const TESTS = [
	"exact",
	"contains",
	"prefix",
	"suffix",
	"notexact",
	"notcontains",
	"regex"
];
function fieldIn(condition) {
	for (const [member, what] of [["header", "header"], ["queryParameter", "query"]]) {
		if (!hasIn(condition, member)) continue;
		const test = TESTS.find((name) => textIn(condition, member, name) !== "") ?? "";
		const lead = test === "" || test === "exact" ? what : `${what} ${test}`;
		return fieldCondition(lead, textIn(condition, member, "name"), test === "" ? "" : textIn(condition, member, test));
	}
	return "";
}

// src/core/routes/hosts.ts
/**
* A host as routes name it: lower case, no dot at the end, international names in ASCII form, an IPv6 address in
* brackets; `*` for every host.
*/
function hostOf(text) {
	const host = text.toLowerCase().replace(/^\s+|[\s.]+$/g, "");
	if (host === "") return "*";
	return addressHost(host) ?? asciiHost(host);
}
/** Whether a certificate's host is good for another: the same one, or a wildcard for one label. */
function coversHost(pattern, host) {
	if (pattern === "*" || pattern === host) return true;
	if (!pattern.startsWith("*.")) return false;
	const dot = host.indexOf(".");
	return dot > 0 && host.slice(dot) === pattern.slice(1);
}
/**
* The hosts that two hosts have in common, as gateways see it, where a wildcard is for any number of labels. Null:
* there are none. A host that another tool completes (`*.${DOMAIN}`) may be any; then the narrower one is taken.
*/
function commonHost(a, b) {
	if (liesIn$1(a, b)) return a;
	if (liesIn$1(b, a)) return b;
	if (!isTemplate(a) && !isTemplate(b)) return null;
	return [a, b].toSorted((left, right) => rank(left) - rank(right) || (left < right ? -1 : 1))[0] ?? null;
}
/** Whether a text holds a sign that neither names nor addresses have: a variable, which another tool replaces. */
function isTemplate(text) {
	return /[^\w.*:[\]-]/.test(text);
}
function rank(host) {
	return host.startsWith("*") ? 1 : 0;
}
function liesIn$1(host, pattern) {
	if (pattern === "*" || pattern === host) return true;
	return pattern.startsWith("*.") && host !== "*" && host.endsWith(pattern.slice(1));
}
function addressHost(host) {
	if (!host.includes(":")) return void 0;
	const range = parseCidr(host.replace(/^\[(.*)\]$/, "$1"));
	if (!range || range.first !== range.last) return void 0;
	const address = formatAddress(range.family, range.first);
	return range.family === 6 ? `[${address}]` : address;
}
/** Text that is no name (a pattern, a path) stays as it is. */
function asciiHost(host) {
	const wildcard = host.startsWith("*.") ? "*." : "";
	const name = host.slice(wildcard.length);
	const address = `http://${name}`;
	if (/^[ -~]*$/.test(name) || !/^[\p{L}\p{M}\p{N}._-]+$/u.test(name) || !URL.canParse(address)) return host;
	return wildcard + new URL(address).hostname;
}

// src/core/routes/sources.ts
/**
* The ranges as routes name them: a sorted set in canonical form, without those that lie in another; null when
* together they let anyone in, or there are none. What cannot be read stays as it is written.
*/
function sourcesOf(ranges) {
	const words = /* @__PURE__ */ new Set();
	const parsed = /* @__PURE__ */ new Map();
	for (const text of ranges.map((range) => range.trim().toLowerCase()).filter((range) => range !== "")) {
		const range = parseCidr(text);
		if (range) parsed.set(formatCidr(range), range);
		else words.add(text);
	}
	const all = [...parsed.values()];
	if (words.size + all.length === 0) return null;
	if (EVERYONE.some((everyone) => rangesCover(all, [everyone]))) return null;
	const outer = [...parsed].filter(([, range]) => !all.some((other) => other !== range && liesIn(range, other)));
	return [...words, ...outer.map(([text]) => text)].toSorted();
}
/**
* Who passes two filters in a row. Two CIDRs lie in each other or have nothing in common; what cannot be read is
* taken to pass.
*/
function commonSources(a, b) {
	if (a === null || b === null) return a ?? b;
	const common = [...passing(a, b), ...passing(b, a)];
	return [...new Set(common)].toSorted();
}
/** The ranges of a text that separates them by commas or blanks. */
function splitRanges(text) {
	return text.split(/[,\s]+/);
}
const EVERYONE = [{
	family: 4,
	first: 0n,
	last: (1n << 32n) - 1n
}, {
	family: 6,
	first: 0n,
	last: (1n << 128n) - 1n
}];
function liesIn(inner, outer) {
	return inner.family === outer.family && outer.first <= inner.first && inner.last <= outer.last;
}
function passing(ranges, filter) {
	const allowed = filter.flatMap((text) => parseCidr(text) ?? []);
	return ranges.filter((text) => {
		const range = parseCidr(text);
		return !range || allowed.some((other) => liesIn(range, other));
	});
}

// src/core/routes/contour/contour-routes.ts
/**
* The routes of a Contour HTTPProxy: at its own virtual host, and at those of the proxies that include it. What is
* included and not known counts as open at its place.
*/
function httpProxyRoutes(proxy, owner, around) {
	return inclusionsOf(proxy, owner, around).flatMap((inclusion) => {
		const shared = sharedBy(inclusion, owner);
		const routes = listIn(proxy, "spec", "routes").flatMap((route) => routeRows(route, inclusion, shared, owner));
		const others = unknownIncludes(proxy, owner, around).map(({ title, place }) => openRoute({
			...shared,
			...joinPaths(inclusion.place, place),
			backend: `HTTPProxy ${title}`,
			auth: proxyAuth(inclusion.root, null),
			sources: sourcesIn(objectIn(inclusion.root, "spec", "virtualhost"))
		}));
		const stream = hasIn(proxy, "spec", "tcpproxy") ? [streamRow(proxy, shared, owner)] : [];
		const open = stream.length > 0 ? routes.filter((route) => !route.tls) : [...routes, ...others];
		return [...stream, ...open];
	});
}
function sharedBy({ root, via }, owner) {
	const annotations = annotationsOf(root);
	return {
		...owner,
		host: hostOf(textIn(root, "spec", "virtualhost", "fqdn")),
		tls: hasIn(root, "spec", "virtualhost", "tls") && !passesTls$1(root),
		class: textIn(root, "spec", "ingressClassName") || (annotations.get("projectcontour.io/ingress.class") ?? annotations.get("kubernetes.io/ingress.class") ?? null),
		via: viaOf(via)
	};
}
/** Without TLS it is the same only where a route permits it; else visitors are told to come back with TLS. */
function routeRows(route, inclusion, shared, owner) {
	const row = openRoute({
		...shared,
		...joinPaths(inclusion.place, pathsIn(route)),
		backend: targetOf$5(route, owner.object.namespace),
		auth: proxyAuth(inclusion.root, route),
		sources: sourcesIn(route) ?? sourcesIn(objectIn(inclusion.root, "spec", "virtualhost"))
	});
	return row.tls && objectIn(route)["permitInsecure"] === true ? [row, {
		...row,
		tls: false
	}] : [row];
}
function streamRow(proxy, shared, owner) {
	const included = textIn(proxy, "spec", "tcpproxy", "include", "name");
	const services = backendsOf$3(objectIn(proxy, "spec", "tcpproxy"), owner.object.namespace);
	const backend = included === "" ? services : `HTTPProxy ${included}`;
	const isPassed = passesTls$1(proxy);
	return openRoute({
		...shared,
		path: ":443",
		pathType: "TCP",
		backend: isPassed ? passedThrough(backend) : backend,
		sources: sourcesIn(objectIn(proxy, "spec", "virtualhost"))
	});
}
function passesTls$1(root) {
	return objectIn(root, "spec", "virtualhost", "tls")["passthrough"] === true;
}
function targetOf$5(route, namespace) {
	if (hasIn(route, "requestRedirectPolicy")) {
		const to = objectIn(route, "requestRedirectPolicy");
		return redirectText({
			scheme: textIn(to, "scheme"),
			host: textIn(to, "hostname"),
			port: textIn(to, "port"),
			path: textIn(to, "path") || textIn(to, "prefix")
		});
	}
	const status = textIn(route, "directResponsePolicy", "statusCode");
	return status === "" ? backendsOf$3(route, namespace) : `answer ${status}`;
}
function backendsOf$3(holder, namespace) {
	const backends = listIn(holder, "services").filter((service) => objectIn(service)["mirror"] !== true).map((service) => ({
		name: backendName(textIn(service, "name"), textIn(service, "port"), "", namespace),
		weight: textIn(service, "weight")
	}));
	return backendsText(backends);
}
function sourcesIn(at) {
	return sourcesOf(listIn(at, "ipAllowPolicy").map((entry) => textIn(entry, "cidr")));
}

// src/core/routes/others/emissary-routes.ts
/** The route of an Emissary (Ambassador) Mapping, with TLS when a Host that is known has a certificate for it. */
function mappingRoutes(mapping, owner, around) {
	const spec = objectIn(mapping, "spec");
	const host = hostOf(textIn(spec, "hostname") || textIn(spec, "host"));
	const hosts = around.all("getambassador.io/Host").filter(({ value }) => commonHost(host, hostOf(textIn(value, "spec", "hostname"))) === host);
	const headers = Object.entries(objectIn(spec, "headers")).map(([name, value]) => fieldCondition("header", name, typeof value === "string" ? value : ""));
	const method = textIn(spec, "method");
	return [openRoute({
		...owner,
		host,
		path: textIn(spec, "prefix") || "/",
		pathType: spec["prefix_regex"] === true ? "regex" : "prefix",
		conditions: conditionsText([method === "" ? "" : `method ${method}`, ...headers.toSorted()]),
		backend: maskText(textIn(spec, "service") || "nothing", () => "***"),
		tls: hosts.some(({ value }) => hasIn(value, "spec", "tlsSecret")),
		class: textIn(spec, "ambassador_id") || null,
		via: viaOf(hosts.map(({ object }) => object))
	})];
}

// src/core/routes/gateway-api/gateway-listeners.ts
const GATEWAY_API = "gateway.networking.k8s.io";
/** The listeners of a Gateway: a port for a path, a protocol for a path type. */
function gatewayRoutes(gateway, owner) {
	return rowsOf$1(gatewayListeners({
		object: owner.object,
		value: gateway
	}), owner);
}
/** The listeners that a ListenerSet adds to its Gateway, when that one takes any. */
function listenerSetRoutes(set, owner, around) {
	return rowsOf$1(listenerSetListeners({
		object: owner.object,
		value: set
	}, around), owner);
}
/** The listeners of a Gateway itself. */
function gatewayListeners({ object, value }) {
	return listenersIn(value, value, {
		class: textIn(value, "spec", "gatewayClassName") || null,
		via: [object],
		holder: object
	});
}
/** The listeners of a ListenerSet, with the class of its Gateway when that is known, else its name. */
function listenerSetListeners(set, around) {
	const parent = objectIn(set.value, "spec", "parentRef");
	const namespace = textIn(parent, "namespace") || set.object.namespace;
	const name = textIn(parent, "name");
	const { state, objects } = around.find(`${GATEWAY_API}/Gateway`, namespace, name);
	if (state === "gone") return [];
	if (objects.length === 0) return listenersIn(set.value, {}, {
		class: name || null,
		via: [set.object],
		holder: set.object
	});
	return objects.filter((gateway) => takesListeners(gateway, set.object)).flatMap((gateway) => listenersIn(set.value, gateway.value, {
		class: textIn(gateway.value, "spec", "gatewayClassName") || null,
		via: viaOf([set.object, gateway.object]),
		holder: set.object
	}));
}
/** A Gateway takes listener sets only when it says so. */
function takesListeners(gateway, set) {
	const from = textIn(gateway.value, "spec", "allowedListeners", "namespaces", "from") || "None";
	return from !== "None" && (from !== "Same" || gateway.object.namespace === set.namespace);
}
function listenersIn(holder, gateway, shared) {
	return listIn(holder, "spec", "listeners").map((listener) => {
		const protocol = textIn(listener, "protocol");
		const port = textIn(listener, "port");
		const isTls = protocol === "HTTPS" || protocol === "TLS";
		const passes = isTls && textIn(listener, "tls", "mode") === "Passthrough";
		const checked = checksClients(listener, gateway, port);
		return {
			...shared,
			name: textIn(listener, "name"),
			host: hostOf(textIn(listener, "hostname")),
			port,
			protocol,
			tls: isTls && !passes,
			passes,
			auth: protocol === "HTTPS" && !passes && checked ? "client certificate" : null,
			allowedRoutes: objectIn(listener, "allowedRoutes")
		};
	});
}
/** Whether visitors need a certificate: by the listener as it was first, by port, or by default. */
function checksClients(listener, gateway, port) {
	const frontend = objectIn(gateway, "spec", "tls", "frontend");
	const byPort = listIn(frontend, "perPort").find((entry) => textIn(entry, "port") === port);
	const validation = hasIn(listener, "tls", "frontendValidation") ? objectIn(listener, "tls", "frontendValidation") : objectIn(byPort === void 0 ? objectIn(frontend, "default") : objectIn(byPort, "tls"), "validation");
	return listIn(validation, "caCertificateRefs").length > 0 && textIn(validation, "mode") !== "AllowInsecureFallback";
}
function rowsOf$1(listeners, owner) {
	return listeners.map((listener) => openRoute({
		...owner,
		host: listener.host,
		path: `:${listener.port}`,
		pathType: listener.protocol,
		backend: "the routes that attach",
		tls: listener.tls,
		auth: listener.auth,
		class: listener.class,
		via: listener.via.filter((object) => object !== owner.object)
	}));
}

// src/core/routes/gateway-api/gateway-entrances.ts
/**
* The ways in to a route of the Gateway API, by its parents. A listener counts when it takes the route; a parent
* that is not known counts as open, with TLS when it is named by a section or port that speaks of it. Services as
* parents are the mesh: no way in from outside.
*/
function entrancesOf(route, owner, around) {
	const parents = listIn(route, "spec", "parentRefs");
	if (parents.length === 0) return [unknownEntrance([])];
	const known = [];
	const unknown = [];
	for (const parent of parents.filter((one) => !isMesh(one))) {
		const { state, listeners } = parentOf(parent, owner.object, around);
		const taking = listeners.filter((listener) => takes(listener, parent, route, owner.object));
		known.push(...taking);
		if (state === "unknown" || state === "partial" && taking.length === 0) unknown.push(parent);
	}
	return unknown.length === 0 ? known : [...known, unknownEntrance(unknown)];
}
/** The hosts that a route names; every host when it names none. */
function routeHosts(route) {
	const hosts = textsIn(route, "spec", "hostnames").map(hostOf);
	return hosts.length > 0 ? hosts : ["*"];
}
function isMesh(parent) {
	const kind = textIn(parent, "kind");
	return kind === "Service" || kind === "ServiceEntry";
}
function parentOf(parent, route, around) {
	const group = textIn(parent, "group") || "gateway.networking.k8s.io";
	const kind = textIn(parent, "kind") || "Gateway";
	const namespace = textIn(parent, "namespace") || route.namespace;
	const { state, objects } = around.find(`${group}/${kind}`, namespace, textIn(parent, "name"));
	const isSet = kind === "ListenerSet" || kind === "XListenerSet";
	const listeners = objects.flatMap((object) => isSet ? listenerSetListeners(object, around) : gatewayListeners(object));
	const isEmpty = objects.every(({ value }) => listIn(value, "spec", "listeners").length === 0);
	return {
		state: state === "whole" && isEmpty && !isSet ? "unknown" : state,
		listeners
	};
}
/** Which routes a protocol carries; one of the implementation's own may carry any. */
const CARRIED = /* @__PURE__ */ new Map([
	["HTTP", ["HTTPRoute", "GRPCRoute"]],
	["HTTPS", ["HTTPRoute", "GRPCRoute"]],
	["TLS", ["TLSRoute", "TCPRoute"]],
	["TCP", ["TCPRoute"]],
	["UDP", ["UDPRoute"]]
]);
function takes(listener, parent, route, ref) {
	const [section, port] = [textIn(parent, "sectionName"), textIn(parent, "port")];
	const kinds = listIn(listener.allowedRoutes, "kinds").map((kind) => textIn(kind, "kind"));
	return isNamed$1(section, listener.name) && isNamed$1(port, listener.port) && (kinds.length === 0 || kinds.includes(ref.kind)) && (CARRIED.get(listener.protocol)?.includes(ref.kind) ?? true) && takesNamespace(listener, route, ref) && routeHosts(route).some((host) => commonHost(host, listener.host) !== null);
}
/** What is not written is any, and so may be what another tool completes. */
function isNamed$1(asked, name) {
	return asked === "" || asked === name || isTemplate(asked) || isTemplate(name);
}
/** Labels of namespaces are not known, and a namespace that is not written may be set by whoever applies the route. */
function takesNamespace(listener, route, ref) {
	const from = textIn(listener.allowedRoutes, "namespaces", "from") || "Same";
	if (from === "None") return false;
	if (from !== "Same" || textIn(route, "metadata", "namespace") === "") return true;
	return listener.holder.namespace === ref.namespace;
}
function unknownEntrance(parents) {
	return {
		name: "",
		host: "*",
		port: "",
		tls: parents.length > 0 && parents.every(speaksTls),
		passes: false,
		auth: null,
		class: joinNames(parents.map((parent) => textIn(parent, "name"))),
		via: []
	};
}
function speaksTls(parent) {
	return /https|tls/i.test(textIn(parent, "sectionName")) || textIn(parent, "port") === "443";
}

// src/core/routes/sign-in-names.ts
/** Names of plugins that speak of signing in. */
function signInNames(names) {
	return names.filter((name) => /auth|oidc|jwt|sso|login/i.test(name));
}

// src/core/routes/gateway-api/gateway-rules.ts
/** Where a rule of an HTTPRoute or GRPCRoute applies: one place for each of its matches. */
function placesOf$3(rule) {
	const matches = listIn(rule, "matches");
	return (matches.length > 0 ? matches : [null]).map((match) => {
		const method = textIn(match, "method");
		return {
			...pathOf$1(match),
			conditions: conditionsText([
				method === "" ? "" : `method ${method}`,
				...matchedFields(match, "headers", "header"),
				...matchedFields(match, "queryParams", "query")
			])
		};
	});
}
/** Where a rule leads: its redirect, or its backends as seen from the route's namespace. */
function targetOf$4(rule, namespace) {
	const redirect = listIn(rule, "filters").find((filter) => textIn(filter, "type") === "RequestRedirect");
	if (redirect === void 0) return ruleBackends(rule, namespace);
	const to = objectIn(redirect, "requestRedirect");
	return redirectText({
		scheme: textIn(to, "scheme"),
		host: textIn(to, "hostname"),
		port: textIn(to, "port"),
		path: textIn(to, "path", "replaceFullPath") || textIn(to, "path", "replacePrefixMatch")
	});
}
/** The backends of a rule; one that is no Service is named with its kind. */
function ruleBackends(rule, namespace) {
	const backends = listIn(rule, "backendRefs").map((backend) => {
		const kind = textIn(backend, "kind");
		const name = backendName(textIn(backend, "name"), textIn(backend, "port"), textIn(backend, "namespace"), namespace);
		return {
			name: kind === "" || kind === "Service" ? name : `${kind} ${name}`,
			weight: textIn(backend, "weight")
		};
	});
	return backendsText(backends);
}
/** What signs people in by filters: a server that is asked, or an extension that can only be told by its name. */
function filterAuth(rule) {
	const words = listIn(rule, "filters").flatMap((filter) => {
		if (textIn(filter, "type") === "ExternalAuth") return [`external auth ${textIn(filter, "externalAuth", "backendRef", "name")}`.trim()];
		const name = textIn(filter, "extensionRef", "name");
		return signInNames([name, textIn(filter, "extensionRef", "kind")]).length > 0 ? [`filter ${name}`] : [];
	});
	const auth = allAuth(...words.toSorted());
	return auth === null ? null : maskText(auth, () => "***");
}
function pathOf$1(match) {
	const [service, method] = [textIn(match, "method", "service"), textIn(match, "method", "method")];
	if (service + method !== "") {
		const isPattern = textIn(match, "method", "type") === "RegularExpression";
		return {
			path: `/${service || "*"}/${method}`,
			pathType: isPattern ? "MethodPattern" : "Method"
		};
	}
	return {
		path: textIn(match, "path", "value") || "/",
		pathType: textIn(match, "path", "type") || "PathPrefix"
	};
}

// src/core/routes/guards.ts
const NO_GUARDS = {
	auth: null,
	sources: null,
	via: []
};
/** Guards one after another. */
function allGuards(guards) {
	const words = guards.flatMap(({ auth }) => auth ?? []);
	return {
		auth: allAuth(...words.toSorted()),
		sources: guards.reduce((sources, one) => commonSources(sources, one.sources), null),
		via: viaOf(guards.flatMap(({ via }) => via))
	};
}
/** What is sure of an object that is written more than once: which one is applied is not known. */
function sureGuards(variants) {
	const isAuthSure = variants.every(({ auth }) => auth !== null);
	const sources = variants.map((one) => one.sources);
	const isOpen = sources.some((ranges) => ranges === null);
	return {
		auth: isAuthSure ? allGuards(variants).auth : null,
		sources: isOpen ? null : sourcesOf(sources.flatMap((ranges) => ranges ?? [])),
		via: viaOf(variants.flatMap(({ via }) => via))
	};
}

// src/core/routes/gateway-api/security-policies.ts
const KIND$1 = "gateway.envoyproxy.io/SecurityPolicy";
/**
* What SecurityPolicies of Envoy Gateway guard at a route: those for the route take the place of those for its Gateway.
* Of several, and of one for a part of the route only, no more counts than what all of them do.
*/
function policyGuards$1(route, entrance, around) {
	const own = [keyOf(route), keyOf(route, "*")].flatMap((key) => around.referring(KIND$1, key, targetsIn));
	if (own.length > 0) return sureGuards(own.map(guardsOf$4));
	const above = entrance.via.flatMap((gateway) => [keyOf(gateway), keyOf(gateway, entrance.name)].flatMap((key) => around.referring(KIND$1, key, targetsIn)));
	return above.length > 0 ? sureGuards(above.map(guardsOf$4)) : NO_GUARDS;
}
/** A policy is for objects of its own namespace. */
function targetsIn({ object, value }) {
	const spec = objectIn(value, "spec");
	return [...listIn(spec, "targetRefs"), ...hasIn(spec, "targetRef") ? [objectIn(spec, "targetRef")] : []].flatMap((target) => {
		const { namespace } = object;
		const named = {
			kind: textIn(target, "kind"),
			namespace,
			name: textIn(target, "name")
		};
		const section = textIn(target, "sectionName");
		return section === "" ? [keyOf(named)] : [keyOf(named, section), keyOf(named, "*")];
	});
}
function keyOf({ kind, namespace, name }, section = "") {
	return JSON.stringify([
		kind,
		namespace,
		name,
		section
	]);
}
const SIGN_IN$4 = [
	"oidc",
	"jwt",
	"basicAuth",
	"extAuth",
	"apiKeyAuth"
];
function guardsOf$4({ object, value }) {
	const spec = objectIn(value, "spec");
	const kinds = SIGN_IN$4.filter((member) => hasIn(spec, member) && objectIn(spec, member)["optional"] !== true);
	return {
		auth: kinds.length === 0 ? null : `policy ${object.name} (${kinds.join(", ")})`,
		sources: allowedBy(objectIn(spec, "authorization")),
		via: [object]
	};
}
/** Only where all is denied but what comes from some addresses. */
function allowedBy(authorization) {
	if (textIn(authorization, "defaultAction") !== "Deny") return null;
	const ranges = listIn(authorization, "rules").filter((rule) => textIn(rule, "action") === "Allow").map((rule) => textsIn(rule, "principal", "clientCIDRs"));
	return ranges.some((list) => list.length === 0) ? null : sourcesOf(ranges.flat());
}

// src/core/routes/gateway-api/gateway-api-routes.ts
/** The routes of an HTTPRoute or GRPCRoute: ways in, host names and matches. */
function httpRouteRoutes(route, owner, around) {
	const rules = listIn(route, "spec", "rules").flatMap((rule) => {
		const backend = targetOf$4(rule, owner.object.namespace);
		const auth = filterAuth(rule);
		return placesOf$3(rule).map((place) => ({
			...place,
			backend,
			auth
		}));
	});
	return entrancesOf(route, owner, around).flatMap((entrance) => {
		const { auth, sources, via } = policyGuards$1(owner.object, entrance, around);
		const shared = {
			...owner,
			...through$1(entrance),
			sources,
			via: viaOf([...entrance.via, ...via])
		};
		return hostsThrough(entrance, route).flatMap((host) => rules.map((rule) => openRoute({
			...shared,
			...rule,
			host,
			auth: allAuth(entrance.auth, auth, rule.auth)
		})));
	});
}
/** The routes of a TLSRoute, TCPRoute or UDPRoute: a port for a path, a protocol for a path type. */
function streamRouteRoutes(route, owner, around) {
	const pathType = owner.object.kind.replace(/Route$/, "");
	const backends = listIn(route, "spec", "rules").map((rule) => ruleBackends(rule, owner.object.namespace));
	return entrancesOf(route, owner, around).flatMap((entrance) => hostsThrough(entrance, route).flatMap((host) => backends.map((backend) => openRoute({
		...owner,
		...through$1(entrance),
		host,
		path: `:${entrance.port || "any"}`,
		pathType,
		backend: entrance.passes ? passedThrough(backend) : backend
	}))));
}
function through$1({ tls, auth, class: name, via }) {
	return {
		tls,
		auth,
		class: name,
		via
	};
}
/** The route's hosts as far as the listener has them; all of the listener's when the route names none. */
function hostsThrough(entrance, route) {
	return routeHosts(route).flatMap((host) => commonHost(host, entrance.host) ?? []);
}

// src/core/routes/services/host-port-routes.ts
/**
* The ports that pods open on their nodes: whoever reaches the node reaches them, past every Service and Ingress,
* just as a NodePort. A pod on the node's own network opens all that its containers declare.
*/
function hostPortRoutes(workload, owner) {
	const template = podTemplateOf(owner.object);
	if (template === void 0) return [];
	const keys = template === "" ? [] : template.split(".");
	const pod = objectIn(workload, ...keys, "spec");
	const onNode = pod["hostNetwork"] === true;
	return ["containers", "initContainers"].flatMap((list) => listIn(pod, list)).filter(isJsonObject).flatMap((container) => listIn(container, "ports").flatMap((port) => {
		const opened = textIn(port, "hostPort") || (onNode ? textIn(port, "containerPort") : "");
		return opened === "" || opened === "0" ? [] : portRoute(container, port, opened, owner);
	}));
}
function portRoute(container, port, opened, owner) {
	const host = hostOf(textIn(port, "hostIP") || "0.0.0.0");
	if (/^(?:127\.|\[::1\]$)/.test(host)) return [];
	const isAll = host === "0.0.0.0" || host === "[::]";
	return [openRoute({
		...owner,
		host: isAll ? "*" : host,
		path: `:${opened}`,
		pathType: textIn(port, "protocol") || "TCP",
		backend: `${textIn(container, "name")}:${textIn(port, "containerPort")}`,
		class: "hostPort"
	})];
}

// src/core/routes/ingress/kong-plugins.ts
const SIGN_IN$3 = /^(?:.*-auth|jwt.*|oauth2.*|openid-connect|saml)$/;
/**
* What a Kong plugin guards, by the object of that name; one that is not known is told by a name that speaks of
* signing in.
*/
function pluginGuards(name, owner, around) {
	const own = around.find("configuration.konghq.com/KongPlugin", owner.namespace, name);
	const found = own.objects.length > 0 ? own : around.find("configuration.konghq.com/KongClusterPlugin", null, name);
	if (found.objects.length === 0 || found.state === "partial") return {
		...NO_GUARDS,
		auth: signInNames([name]).length > 0 ? `plugin ${name}` : null
	};
	return sureGuards(found.objects.map(guardsOf$3));
}
function guardsOf$3({ object, value }) {
	const plugin = textIn(value, "plugin");
	if (objectIn(value)["disabled"] === true) return {
		...NO_GUARDS,
		via: [object]
	};
	return {
		auth: SIGN_IN$3.test(plugin) ? `plugin ${object.name} (${plugin})` : null,
		sources: plugin === "ip-restriction" ? sourcesOf(textsIn(value, "config", "allow")) : null,
		via: [object]
	};
}

// src/core/routes/nginx/nginx-policies.ts
/** What a list of references to Policies of the NGINX Ingress Controller guards. */
function nginxGuards(references, owner, around) {
	return allGuards(references.map((reference) => policyGuards(textIn(reference, "name"), textIn(reference, "namespace") || owner.namespace, around)));
}
/** One that is not known is told by a name that speaks of signing in. */
function policyGuards(name, namespace, around) {
	const { objects, state } = around.find("k8s.nginx.org/Policy", namespace, name);
	if (objects.length === 0 || state === "partial") return {
		...NO_GUARDS,
		auth: signInNames([name]).length > 0 ? `policy ${name}` : null
	};
	return sureGuards(objects.map(({ object, value }) => {
		const spec = objectIn(value, "spec");
		return {
			auth: signInOf$1(name, spec),
			sources: sourcesOf(textsIn(spec, "accessControl", "allow")),
			via: [object]
		};
	}));
}
const SIGN_IN$2 = [
	"basicAuth",
	"jwt",
	"oidc",
	"ingressMTLS",
	"apiKey",
	"externalAuth"
];
/** A client certificate that is optional keeps nobody out. */
function signInOf$1(name, spec) {
	const kinds = SIGN_IN$2.filter((member) => hasIn(spec, member)).filter((member) => member !== "ingressMTLS" || /^(?:|on)$/.test(textIn(spec, member, "verifyClient")));
	return kinds.length === 0 ? null : `policy ${name} (${kinds.join(", ")})`;
}

// src/core/routes/traefik/traefik-middlewares.ts
const GROUPS = ["traefik.io", "traefik.containo.us"];
/**
* What a middleware guards. One that is known is told by what it does; one that is not, by a name that speaks of
* signing in.
*/
function middlewareGuards(name, namespace, around, kind = "Middleware") {
	return guardsOf$2(name, namespace, around, kind, /* @__PURE__ */ new Set());
}
/** The guards of an Ingress's middleware list: `namespace-name@kubernetescrd`, or a name of another provider. */
function annotatedGuards(name, around) {
	const short = name.replace(/@kubernetescrd$/, "");
	const known = GROUPS.flatMap((group) => around.all(`${group}/Middleware`)).find(({ object }) => short !== name && `${object.namespace ?? ""}-${object.name}` === short);
	return known ? { ...middlewareGuards(known.object.name, known.object.namespace, around) } : byName(name);
}
/** Each middleware once: chains may name one more often, or even themselves. */
function guardsOf$2(name, namespace, around, kind, seen) {
	const key = `${namespace ?? ""}/${name}`;
	if (seen.has(key)) return NO_GUARDS;
	seen.add(key);
	const found = GROUPS.map((group) => around.find(`${group}/${kind}`, namespace, name));
	const objects = found.flatMap((one) => one.objects);
	if (objects.length === 0 || found.some(({ state }) => state === "partial")) return byName(name);
	return sureGuards(objects.map((object) => guardsIn(object, around, kind, seen)));
}
function byName(name) {
	return {
		...NO_GUARDS,
		auth: signInNames([name]).length > 0 ? `middleware ${name}` : null
	};
}
function guardsIn(middleware, around, kind, seen) {
	const { object, value } = middleware;
	const spec = objectIn(value, "spec");
	const chain = listIn(spec, "chain", "middlewares").map((link) => guardsOf$2(textIn(link, "name"), textIn(link, "namespace") || object.namespace, around, kind, seen));
	const allowed = ["ipAllowList", "ipWhiteList"].flatMap((member) => textsIn(spec, member, "sourceRange"));
	const own = {
		auth: signInOf(object, spec),
		sources: sourcesOf(allowed),
		via: [object]
	};
	return allGuards([own, ...chain]);
}
const SIGN_IN$1 = [
	"forwardAuth",
	"basicAuth",
	"digestAuth",
	"oidc",
	"jwt",
	"ldap",
	"oAuthClientCredentials",
	"apiKey",
	"hmac"
];
function signInOf(object, spec) {
	const kinds = SIGN_IN$1.filter((member) => hasIn(spec, member)).map((member) => told(member, spec[member] ?? null));
	const plugins = signInNames(Object.keys(objectIn(spec, "plugin"))).map((plugin) => `plugin ${plugin}`);
	const words = [...kinds, ...plugins];
	return words.length === 0 ? null : `middleware ${object.name} (${words.join(", ")})`;
}
function told(member, value) {
	const address = textIn(value, "address");
	return address === "" ? member : `${member} ${maskText(address, () => "***")}`;
}

// src/core/routes/ingress/ingress-auth.ts
const NGINX$1 = "nginx.ingress.kubernetes.io";
const ALB$1 = "alb.ingress.kubernetes.io";
/** Annotations of which the mere presence means that people have to sign in, with the word for it. */
const SIGN_IN = [
	[`${NGINX$1}/auth-url`, "auth-url"],
	[`${NGINX$1}/auth-type`, "auth-type"],
	["haproxy.org/auth-type", "auth-type"],
	["haproxy-ingress.github.io/auth-url", "auth-url"],
	["haproxy-ingress.github.io/auth-secret", "auth-secret"],
	["haproxy-ingress.github.io/oauth", "oauth"],
	["ingress.kubernetes.io/auth-type", "auth-type"],
	["ingress.kubernetes.io/auth-url", "auth-url"],
	["nginx.org/basic-auth-secret", "basic-auth-secret"],
	["nginx.com/jwt-key", "jwt-key"]
];
/** Annotations of a client certificate, with the one that can make it optional. */
const CERTIFICATES = [[`${NGINX$1}/auth-tls-secret`, `${NGINX$1}/auth-tls-verify-client`], ["haproxy-ingress.github.io/auth-tls-secret", "haproxy-ingress.github.io/auth-tls-verify-client"]];
/** What signs people in at an Ingress, in words, by the annotations of known controllers; null for nobody. */
function ingressAuth(annotations) {
	const words = [];
	for (const [annotation, word] of SIGN_IN) {
		const value = annotations.get(annotation);
		if (value !== void 0) words.push(`${word} ${maskText(value, () => "***")}`);
	}
	words.push(...clientCertificates(annotations), ...albAuth(annotations));
	return words.join(", ") || null;
}
/** What the plugins, middlewares and policies guard that the annotations name. */
function ingressGuards(annotations, owner, around) {
	const named = (annotation) => (annotations.get(annotation) ?? "").split(",").map((name) => name.trim()).filter((name) => name !== "");
	const policies = named("nginx.org/policies").map((name) => {
		const slash = name.indexOf("/");
		return slash < 0 ? { name } : {
			namespace: name.slice(0, slash),
			name: name.slice(slash + 1)
		};
	});
	return [
		...named("traefik.ingress.kubernetes.io/router.middlewares").map((name) => annotatedGuards(name, around)),
		...named("konghq.com/plugins").map((name) => pluginGuards(name, owner.object, around)),
		policies.length === 0 ? NO_GUARDS : nginxGuards(policies, owner.object, around)
	];
}
/** Whether either a sign-in or an allowed source is enough. */
function isEitherEnough(annotations) {
	return annotations.get(`${NGINX$1}/satisfy`) === "any";
}
/** A client certificate that is optional keeps nobody out. */
function clientCertificates(annotations) {
	return CERTIFICATES.flatMap(([annotation, verify]) => {
		const secret = annotations.get(annotation);
		return secret !== void 0 && (annotations.get(verify) ?? "on") === "on" ? [`auth-tls-secret ${secret}`] : [];
	});
}
function albAuth(annotations) {
	const type = annotations.get(`${ALB$1}/auth-type`) ?? "none";
	const lets = annotations.get(`${ALB$1}/auth-on-unauthenticated-request`) === "allow";
	const words = type === "none" || lets ? [] : [`auth-type ${type}`];
	const mutual = annotations.get(`${ALB$1}/mutual-authentication`) ?? "";
	return /"mode"\s*:\s*"verify"/i.test(mutual) ? [...words, "client certificate"] : words;
}

// src/core/routes/json-text.ts
/** No annotation of use nests deeper. */
const DEPTH = 16;
/** The JSON value in an annotation; null for a text that is none. */
function jsonIn(text) {
	try {
		return toJson(JSON.parse(text), 0);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return null;
	}
}
function toJson(value, depth) {
	if (depth > DEPTH) return null;
	if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : value;
	if (typeof value === "string" || typeof value === "boolean") return value;
	if (Array.isArray(value)) return value.map((item) => toJson(item, depth + 1));
	if (typeof value !== "object" || value === null) return null;
	const object = emptyObject();
	for (const [key, member] of Object.entries(value)) object[key] = toJson(member, depth + 1);
	return object;
}

// src/core/routes/ingress/alb-actions.ts
const ALB = "alb.ingress.kubernetes.io";
/** What the action of that name does (`use-annotation` as the port of a backend), in words; null when there is none. */
function albAction(name, annotations) {
	const text = annotations.get(`${ALB}/actions.${name}`);
	if (text === void 0) return null;
	const action = jsonIn(text);
	const type = textIn(action, "type").toLowerCase();
	if (type === "redirect") return redirectOf(configIn(action, "redirectConfig"));
	if (type === "fixed-response") return `answer ${textIn(configIn(action, "fixedResponseConfig"), "statusCode") || textIn(configIn(action, "fixedResponseConfig"), "StatusCode")}`.trim();
	return type === "forward" ? forwardOf(action) : `action ${name}`;
}
/** What else a request for that backend must have, and from where it must come. */
function albConditions(name, annotations) {
	const all = listIn(jsonIn(annotations.get(`${ALB}/conditions.${name}`) ?? ""));
	const ranges = all.flatMap((one) => textsIn(configIn(one, "sourceIpConfig"), "values"));
	return {
		conditions: conditionsText(all.map(conditionOf$2).toSorted()),
		sources: sourcesOf(ranges)
	};
}
/** Whether the load balancer listens for TLS: its certificate is then found by host. */
function albListensTls(annotations) {
	return listIn(jsonIn(annotations.get(`${ALB}/listen-ports`) ?? "")).some((port) => Object.keys(objectIn(port)).includes("HTTPS"));
}
/** The controller takes a configuration by either case of its first letter. */
function configIn(holder, member) {
	const small = objectIn(holder, member);
	return Object.keys(small).length > 0 ? small : objectIn(holder, member.charAt(0).toUpperCase() + member.slice(1));
}
/** `#{host}` and its like stand for what was asked for. */
function redirectOf(config) {
	const written = (name) => {
		const text = textIn(config, name) || textIn(config, name.charAt(0).toUpperCase() + name.slice(1));
		return text === `#{${name}}` || text === `/#{${name}}` ? "" : text;
	};
	const scheme = written("protocol").toLowerCase();
	const port = written("port");
	return redirectText({
		scheme,
		host: written("host"),
		port: scheme === "https" && port === "443" ? "" : port,
		path: written("path")
	});
}
function forwardOf(action) {
	const groups = listIn(configIn(action, "forwardConfig"), "targetGroups").map((group) => ({
		name: targetOf$3(group),
		weight: textIn(group, "weight")
	}));
	return backendsText(groups.length > 0 ? groups : [{
		name: targetOf$3(action),
		weight: ""
	}]);
}
function targetOf$3(group) {
	const service = textIn(group, "serviceName");
	const other = textIn(group, "targetGroupARN") || textIn(group, "targetGroupName");
	return service === "" ? other || "nothing" : backendName(service, textIn(group, "servicePort"));
}
function conditionOf$2(condition) {
	const field = textIn(condition, "field");
	if (field === "source-ip") return "";
	if (field === "http-header") {
		const header = configIn(condition, "httpHeaderConfig");
		return fieldCondition("header", textIn(header, "httpHeaderName"), textsIn(header, "values").join(" or "));
	}
	if (field === "query-string") return listIn(configIn(condition, "queryStringConfig"), "values").map((pair) => fieldCondition("query", textIn(pair, "key") || "*", textIn(pair, "value"))).join(" or ");
	const config = `${field.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase())}Config`;
	return `${NAMES$1.get(field) ?? field} ${textsIn(configIn(condition, config), "values").join(" or ")}`.trim();
}
const NAMES$1 = /* @__PURE__ */ new Map([
	["http-request-method", "method"],
	["host-header", "host"],
	["path-pattern", "path"]
]);

// src/core/routes/ingress/ingress-tls.ts
const TLS_ANNOTATIONS = [
	"alb.ingress.kubernetes.io/certificate-arn",
	"ingress.gcp.kubernetes.io/pre-shared-cert",
	"networking.gke.io/managed-certificates",
	"networking.gke.io/certmap",
	"appgw.ingress.kubernetes.io/appgw-ssl-certificate"
];
/** Whether TLS ends for a host: an entry without hosts is for all of them. Where it passes through, it does not. */
function tlsOf(spec, annotations) {
	if (passesTls(annotations)) return () => false;
	const everywhere = TLS_ANNOTATIONS.some((name) => annotations.has(name)) || annotations.get("traefik.ingress.kubernetes.io/router.tls") === "true" || albListensTls(annotations);
	const patterns = certifiedHosts(listIn(spec, "tls"));
	return (host) => everywhere || patterns.some((pattern) => coversHost(pattern, host));
}
/** Whether TLS is passed on to the backend as it comes in. */
function passesTls(annotations) {
	return PASSTHROUGH.some((name) => annotations.get(name) === "true");
}
const PASSTHROUGH = [
	"nginx.ingress.kubernetes.io/ssl-passthrough",
	"haproxy-ingress.github.io/ssl-passthrough",
	"haproxy.org/ssl-passthrough"
];
/** The hosts of TLS entries; `*` for one that names none. */
function certifiedHosts(entries) {
	return entries.flatMap((entry) => {
		const hosts = textsIn(entry, "hosts");
		return hosts.length === 0 ? ["*"] : hosts.map(hostOf);
	});
}

// src/core/routes/ingress/ingress-backends.ts
const NGINX = "nginx.ingress.kubernetes.io";
/** `service:port` in the form of v1 or of the versions before it, or the kind and name of a resource. */
function backendOf$1(backend) {
	const service = serviceIn(backend);
	const port = textIn(backend, "service", "port", "number") || textIn(backend, "service", "port", "name") || textIn(backend, "servicePort");
	if (service !== "") return backendName(service, port);
	const resource = objectIn(backend, "resource");
	return hasIn(resource, "name") ? `${textIn(resource, "kind")}/${textIn(resource, "name")}` : null;
}
/** The target of a backend by the annotations: actions and redirects in its place, canaries, allowed sources. */
function targetOf$2(backend, written, annotations, sources) {
	const service = serviceIn(backend);
	const alb = albConditions(service, annotations);
	const redirect = annotations.get(`${NGINX}/permanent-redirect`) ?? annotations.get(`${NGINX}/temporal-redirect`);
	const to = redirect === void 0 ? albAction(service, annotations) ?? written : redirectText({ path: redirect });
	return {
		backend: passesTls(annotations) ? passedThrough(to) : to,
		conditions: conditionsText([canaryOf(annotations) ?? "", alb.conditions ?? ""]),
		sources: commonSources(sources, alb.sources)
	};
}
/** The share of requests that a canary takes away from the Ingress of the same host and path. */
function canaryOf(annotations) {
	const value = (name) => annotations.get(`${NGINX}/canary${name}`) ?? "";
	if (value("") !== "true") return null;
	const header = value("-by-header");
	const pattern = value("-by-header-pattern");
	const total = value("-weight-total");
	return conditionsText([
		"canary",
		fieldCondition("header", header, value("-by-header-value") || pattern, pattern !== ""),
		fieldCondition("cookie", value("-by-cookie"), ""),
		value("-weight") === "" ? "" : `weight ${value("-weight")} of ${total || "100"}`
	]);
}
function serviceIn(backend) {
	return textIn(backend, "service", "name") || textIn(backend, "serviceName");
}

// src/core/routes/ingress/ingress-hosts.ts
const ALIASES = ["nginx.ingress.kubernetes.io/server-alias", "haproxy-ingress.github.io/server-alias"];
/** Hosts that serve the same as those of the rules. */
function aliasHosts(annotations) {
	return ALIASES.flatMap((name) => splitRanges(annotations.get(name) ?? "")).filter((alias) => alias !== "").map(hostOf);
}
/** The host that only leads to this one: with `www.` when this one has none, and the other way round. Null for none. */
function wwwHost(host, annotations) {
	if (annotations.get("nginx.ingress.kubernetes.io/from-to-www-redirect") !== "true") return null;
	if (host.startsWith("*")) return null;
	return host.startsWith("www.") ? host.slice(4) : `www.${host}`;
}

// src/core/routes/ingress/ingress-sources.ts
/** The names of annotations with allowed source ranges, whatever the prefix. The first that is there counts. */
const NAMES = [
	"allowlist-source-range",
	"whitelist-source-range",
	"inbound-cidrs",
	"allow-list",
	"whitelist"
];
/** Who may reach an Ingress. Ranges are looked for under any prefix, because controllers let people choose theirs. */
function ingressSources(annotations) {
	for (const name of NAMES) {
		const keys = [...annotations.keys()].filter((key) => key.slice(key.indexOf("/") + 1) === name);
		if (keys.length > 0) return sourcesOf(keys.flatMap((key) => splitRanges(annotations.get(key) ?? "")));
	}
	return null;
}

// src/core/routes/ingress/mergeable-ingress.ts
/** What the master of a mergeable Ingress, of the same class and host, says for its minions. Without one: no TLS. */
function masterOf(ingressClass, around) {
	const masters = around.all("networking.k8s.io/Ingress").flatMap(({ object, value }) => {
		const annotations = annotationsOf(value);
		const spec = objectIn(value, "spec");
		const name = textIn(spec, "ingressClassName") || (annotations.get("kubernetes.io/ingress.class") ?? null);
		if (annotations.get("nginx.org/mergeable-ingress-type") !== "master" || name !== ingressClass) return [];
		return [{
			object,
			hosts: listIn(spec, "rules").map((rule) => hostOf(textIn(rule, "host"))),
			isTls: tlsOf(spec, annotations)
		}];
	});
	return (host) => {
		const own = masters.filter(({ hosts }) => hosts.includes(host));
		return {
			tls: own.some(({ isTls }) => isTls(host)),
			via: own.map(({ object }) => object)
		};
	};
}

// src/core/routes/ingress/ingress-routes.ts
/** The routes of an Ingress: rules times paths, what takes the rest, and the hosts that annotations add. */
function ingressRoutes(ingress, owner, around) {
	const annotations = annotationsOf(ingress);
	const spec = objectIn(ingress, "spec");
	const { auth, sources, via } = guardsOf$1(annotations, owner, around);
	const ingressClass = textIn(spec, "ingressClassName") || (annotations.get("kubernetes.io/ingress.class") ?? null);
	const shared = {
		...owner,
		auth: auth !== null && isEitherEnough(annotations) ? `${auth} (or an allowed source)` : auth,
		class: ingressClass
	};
	const role = annotations.get("nginx.org/mergeable-ingress-type");
	const master = role === "minion" ? masterOf(ingressClass, around) : null;
	const isTls = tlsOf(spec, annotations);
	return placesOf$2(spec, annotations, role === "master").map(({ backend, written, ...place }) => {
		const head = master ? master(place.host) : {
			tls: isTls(place.host),
			via: []
		};
		const target = targetOf$2(backend, written, annotations, sources);
		return openRoute({
			...shared,
			...place,
			...target,
			tls: head.tls,
			via: viaOf([...via, ...head.via])
		});
	});
}
function placesOf$2(spec, annotations, isMaster) {
	const backend = spec["defaultBackend"] ?? spec["backend"] ?? null;
	const fallback = backendOf$1(backend);
	const aliases = aliasHosts(annotations);
	const rest = isMaster ? "the minions" : fallback ?? "the default backend";
	const places = listIn(spec, "rules").flatMap((rule) => {
		const hosts = [hostOf(textIn(rule, "host")), ...aliases];
		return [...hosts.flatMap((host) => pathsOf(rule, backend, rest).map((place) => ({
			...place,
			host
		}))), ...hosts.flatMap((host) => wwwPlace(host, annotations))];
	});
	if (fallback === null) return places;
	return [...places, {
		host: "*",
		path: "/",
		pathType: "Default",
		backend,
		written: fallback
	}];
}
/** The paths of a rule; a rule without any sends its host to what takes the rest. */
function pathsOf(rule, fallback, rest) {
	const paths = listIn(rule, "http", "paths");
	if (paths.length === 0) return [{
		path: "/",
		pathType: "Default",
		backend: fallback,
		written: rest
	}];
	return paths.map((path) => {
		const backend = objectIn(path, "backend");
		return {
			path: textIn(path, "path") || "/",
			pathType: textIn(path, "pathType") || "ImplementationSpecific",
			backend,
			written: backendOf$1(backend) ?? "nothing"
		};
	});
}
function wwwPlace(host, annotations) {
	const other = wwwHost(host, annotations);
	if (other === null) return [];
	return [{
		host: other,
		path: "/",
		pathType: "Prefix",
		backend: null,
		written: redirectText({ host })
	}];
}
function guardsOf$1(annotations, owner, around) {
	const own = {
		auth: ingressAuth(annotations),
		sources: ingressSources(annotations),
		via: []
	};
	return allGuards([own, ...ingressGuards(annotations, owner, around)]);
}

// src/core/routes/istio/istio-gateways.ts
/** The servers of an Istio Gateway: a port for a path, a protocol for a path type. */
function istioGatewayRoutes(gateway, owner) {
	return serversOf({
		object: owner.object,
		value: gateway
	}).map((server) => openRoute({
		...owner,
		host: server.host,
		path: `:${server.port}`,
		pathType: server.protocol,
		backend: server.redirects ? "redirect to https" : "the virtual services that attach",
		tls: server.tls,
		auth: server.auth,
		class: server.class
	}));
}
/** The servers behind the gateways that a virtual service names; `mesh` is no way in from outside. */
function serversFor(gateways, owner, around) {
	const own = owner.object.namespace;
	const known = [];
	const unknown = [];
	for (const gateway of gateways.filter((name) => name !== "mesh")) {
		const [namespace, name] = gatewayName(gateway, own);
		const found = around.find("networking.istio.io/Gateway", namespace, name);
		known.push(...found.objects.flatMap((object) => serversOf(object).filter((one) => isFor(one, own, object))));
		const isEmpty = found.objects.every((object) => serversOf(object).length === 0);
		if (mayBeMore(found) || found.state === "whole" && isEmpty) unknown.push(gateway);
	}
	return unknown.length === 0 ? known : [...known, unknownServer(unknown)];
}
/** The host that a virtual service has at a server; null when the server does not serve it. */
function hostAt(server, host) {
	return commonHost(hostOf(host), server.host);
}
/** `namespace/name`, the older `name.namespace.svc.cluster.local`, or a name in the own namespace. */
function gatewayName(text, own) {
	const [namespace, name] = text.split("/");
	if (namespace !== void 0 && name !== void 0) return [namespace, name];
	const [short = "", place] = text.split(".");
	return [place ?? own, short];
}
function isFor(server, namespace, gateway) {
	if (server.namespace === "*") return true;
	return (server.namespace === "." ? gateway.object.namespace : server.namespace) === namespace;
}
function serversOf({ object, value }) {
	const labels = Object.entries(objectIn(value, "spec", "selector")).map(([key, label]) => `${key}=${typeof label === "string" ? label : "?"}`);
	const shared = {
		class: joinNames(labels),
		via: [object]
	};
	return listIn(value, "spec", "servers").flatMap((server) => textsIn(server, "hosts").map((host) => ({
		...shared,
		...serverOf(server),
		...hostIn(host)
	})));
}
function serverOf(server) {
	const mode = textIn(server, "tls", "mode");
	const passes = mode.endsWith("PASSTHROUGH");
	return {
		port: textIn(server, "port", "number"),
		protocol: textIn(server, "port", "protocol"),
		tls: mode !== "" && !passes,
		passes,
		redirects: objectIn(server, "tls")["httpsRedirect"] === true && mode === "",
		auth: mode === "MUTUAL" || mode === "ISTIO_MUTUAL" ? "client certificate" : null
	};
}
/** A host may be written `namespace/host`. */
function hostIn(host) {
	const slash = host.indexOf("/");
	return {
		host: hostOf(host.slice(slash + 1)),
		namespace: slash < 0 ? "*" : host.slice(0, slash)
	};
}
function unknownServer(gateways) {
	return {
		host: "*",
		namespace: "*",
		port: "",
		protocol: "",
		tls: false,
		passes: false,
		redirects: false,
		auth: null,
		class: joinNames(gateways),
		via: []
	};
}

// src/core/routes/others/knative-routes.ts
/** The route of a Knative Service or Route: public unless its label keeps it in the cluster. The domain is the cluster's. */
function knativeRoutes(object, owner) {
	if (objectIn(object, "metadata", "labels")["networking.knative.dev/visibility"] === "cluster-local") return [];
	const { name, namespace } = owner.object;
	const traffic = listIn(object, "spec", "traffic").map((target) => ({
		name: textIn(target, "revisionName") || textIn(target, "configurationName") || name,
		weight: textIn(target, "percent") || "0"
	}));
	return [openRoute({
		...owner,
		host: hostOf(`${name}.${namespace ?? ""}.*`),
		backend: traffic.length > 0 ? backendsText(traffic) : name,
		class: "Knative"
	})];
}
/** The route of a Knative DomainMapping: its name is the host. */
function domainMappingRoutes(object, owner) {
	const to = objectIn(object, "spec", "ref");
	return [openRoute({
		...owner,
		host: hostOf(owner.object.name),
		backend: backendName(textIn(to, "name"), "", textIn(to, "namespace"), owner.object.namespace),
		tls: hasIn(object, "spec", "tls", "secretName"),
		class: "Knative"
	})];
}

// src/core/routes/nginx/nginx-actions.ts
/** The answers of a route: those of its matches, and that of all other requests. */
function answersOf(route, upstreams) {
	return [...listIn(route, "matches").map((match) => ({
		backend: targetOf$1(match, upstreams),
		conditions: conditionsText(listIn(match, "conditions").map(conditionOf$1).toSorted())
	})), {
		backend: targetOf$1(route, upstreams),
		conditions: null
	}];
}
/** The Service behind an upstream's name; the name itself when there is no such upstream. */
function upstreamText(name, upstreams) {
	const upstream = upstreams.find((one) => textIn(one, "name") === name);
	const service = textIn(upstream ?? null, "service");
	return service === "" ? name : backendName(service, textIn(upstream ?? null, "port"));
}
function targetOf$1(holder, upstreams) {
	const splits = listIn(holder, "splits").map((split) => ({
		name: actionText(objectIn(split, "action"), upstreams),
		weight: textIn(split, "weight")
	}));
	return splits.length > 0 ? backendsText(splits) : actionText(objectIn(holder, "action"), upstreams);
}
function actionText(action, upstreams) {
	const pass = textIn(action, "pass") || textIn(action, "proxy", "upstream");
	if (pass !== "") return upstreamText(pass, upstreams);
	if (hasIn(action, "redirect")) return redirectText({ path: textIn(action, "redirect", "url") });
	return hasIn(action, "return") ? `answer ${textIn(action, "return", "code") || "200"}` : "nothing";
}
function conditionOf$1(condition) {
	for (const member of [
		"header",
		"cookie",
		"argument",
		"variable"
	]) if (textIn(condition, member) !== "") return `${member} ${textIn(condition, member)}`;
	return "";
}

// src/core/routes/nginx/nginx-virtual-server-routes.ts
/** The routes of an NGINX VirtualServer. Those that a VirtualServerRoute serves are its own, when it is known. */
function virtualServerRoutes(server, owner, around) {
	const guards = nginxGuards(listIn(server, "spec", "policies"), owner.object, around);
	return listIn(server, "spec", "routes").flatMap((route) => {
		const child = textIn(route, "route");
		if (child === "") return rowsOf(route, server, server, guards, owner, around);
		const [namespace, name] = childOf(child, owner.object);
		if (!mayBeMore(around.find("k8s.nginx.org/VirtualServerRoute", namespace, name))) return [];
		return [{
			...rowAt(route, server, guards, owner),
			backend: `VirtualServerRoute ${child}`
		}];
	});
}
/** The routes of a VirtualServerRoute, at each VirtualServer that has it serve a path; none when none is known. */
function virtualServerRouteRoutes(part, owner, around) {
	const title = `${owner.object.namespace ?? ""}/${owner.object.name}`;
	return around.referring("k8s.nginx.org/VirtualServer", title, partsIn).flatMap(({ object, value }) => {
		const uses = listIn(value, "spec", "routes").filter((route) => childOf(textIn(route, "route"), object).join("/") === title);
		const server = nginxGuards(listIn(value, "spec", "policies"), object, around);
		return uses.flatMap((use) => {
			const own = nginxGuards(listIn(use, "policies"), object, around);
			const guards = allGuards([{
				...server,
				via: [...server.via, object]
			}, own]);
			return listIn(part, "spec", "subroutes").flatMap((route) => rowsOf(route, part, value, guards, owner, around));
		});
	});
}
function partsIn({ object, value }) {
	return listIn(value, "spec", "routes").map((route) => childOf(textIn(route, "route"), object).join("/"));
}
/** The route of an NGINX TransportServer: a listener for a path, its protocol for a path type. */
function transportServerRoutes(server, owner) {
	const protocol = textIn(server, "spec", "listener", "protocol");
	const backend = upstreamText(textIn(server, "spec", "action", "pass"), listIn(server, "spec", "upstreams"));
	return [openRoute({
		...owner,
		host: hostOf(textIn(server, "spec", "host")),
		path: `:${textIn(server, "spec", "listener", "name") || "any"}`,
		pathType: protocol || "TCP",
		backend: protocol === "TLS_PASSTHROUGH" ? passedThrough(backend) : backend,
		tls: hasIn(server, "spec", "tls", "secret"),
		class: textIn(server, "spec", "ingressClassName") || null
	})];
}
function rowsOf(route, holder, server, guards, owner, around) {
	const own = nginxGuards(listIn(route, "policies"), owner.object, around);
	const row = rowAt(route, server, allGuards([guards, own]), owner);
	return answersOf(route, listIn(holder, "spec", "upstreams")).map((answer) => ({
		...row,
		...answer
	}));
}
function rowAt(route, server, guards, owner) {
	const path = textIn(route, "path") || "/";
	return openRoute({
		...owner,
		...guards,
		host: hostOf(textIn(server, "spec", "host")),
		path: path.replace(/^[=~*\s]+/, ""),
		pathType: path.startsWith("=") ? "exact" : path.startsWith("~") ? "regex" : "prefix",
		tls: hasIn(server, "spec", "tls"),
		class: textIn(server, "spec", "ingressClassName") || null
	});
}
function childOf(text, own) {
	const slash = text.indexOf("/");
	return slash < 0 ? [own.namespace, text] : [text.slice(0, slash), text.slice(slash + 1)];
}

// src/core/routes/others/openshift-routes.ts
/** The route of an OpenShift Route; a second one without TLS when it may be reached in plain text too. */
function openshiftRoutes(object, owner) {
	const spec = objectIn(object, "spec");
	const passes = textIn(spec, "tls", "termination") === "passthrough";
	const annotations = annotationsOf(object);
	const allowed = ["ip_allowlist", "ip_whitelist"].map((name) => annotations.get(`haproxy.router.openshift.io/${name}`));
	const backend = backendsOf$2(spec);
	const route = openRoute({
		...owner,
		host: routeHost(spec, owner),
		path: textIn(spec, "path") || "/",
		backend: passes ? passedThrough(backend) : backend,
		tls: hasIn(spec, "tls") && !passes,
		sources: sourcesOf(splitRanges(allowed.find((ranges) => ranges !== void 0) ?? ""))
	});
	return route.tls && textIn(spec, "tls", "insecureEdgeTerminationPolicy") === "Allow" ? [route, {
		...route,
		tls: false
	}] : [route];
}
/** A host that is not written is made by the router, in a domain that only it knows. */
function routeHost(spec, { object }) {
	const host = hostOf(textIn(spec, "host"));
	if (host === "*") return hostOf(`${textIn(spec, "subdomain") || madeName(object)}.*`);
	return textIn(spec, "wildcardPolicy") === "Subdomain" ? host.replace(/^[^.]*/, "*") : host;
}
function madeName({ name, namespace }) {
	return namespace === null ? name : `${name}-${namespace}`;
}
function backendsOf$2(spec) {
	const port = textIn(spec, "port", "targetPort");
	const named = (to) => ({
		name: backendName(textIn(to, "name"), port),
		weight: textIn(to, "weight")
	});
	return backendsText([objectIn(spec, "to"), ...listIn(spec, "alternateBackends")].map(named));
}

// src/core/routes/services/service-routes.ts
/**
* The routes of a Service of type LoadBalancer or NodePort, and those of its external addresses. A route of a
* Service has a port for a path (`:443`) and a protocol for a path type. An internal load balancer is one of the
* class `internal`, so that making it public shows.
*/
function serviceRoutes(service, owner) {
	const spec = objectIn(service, "spec");
	const ways = waysIn(service);
	return listIn(spec, "ports").flatMap((port) => {
		const at = {
			...owner,
			pathType: textIn(port, "protocol") || "TCP",
			backend: backendOf(owner, port)
		};
		return ways.flatMap((way) => routesThrough(way, port).map((route) => openRoute({
			...at,
			...route
		})));
	});
}
function waysIn(service) {
	const spec = objectIn(service, "spec");
	const type = textIn(spec, "type");
	const ways = [];
	if (type === "LoadBalancer") ways.push(loadBalancer(service));
	if (type === "NodePort") ways.push({
		class: "NodePort",
		hosts: ["*"],
		sources: null,
		port: "nodePort",
		tls: []
	});
	const addresses = textsIn(spec, "externalIPs");
	if (addresses.length > 0) ways.push({
		class: "externalIPs",
		hosts: addresses.map(hostOf),
		sources: null,
		port: "port",
		tls: []
	});
	return ways;
}
function loadBalancer(service) {
	const spec = objectIn(service, "spec");
	const annotations = annotationsOf(service);
	const names = splitRanges(annotations.get("external-dns.alpha.kubernetes.io/hostname") ?? "").filter((name) => name !== "");
	const annotated = splitRanges(annotations.get("service.beta.kubernetes.io/load-balancer-source-ranges") ?? "");
	const ranges = hasIn(spec, "loadBalancerSourceRanges") ? textsIn(spec, "loadBalancerSourceRanges") : annotated;
	return {
		class: isInternal(spec, annotations) ? "internal" : textIn(spec, "loadBalancerClass") || "LoadBalancer",
		hosts: names.length > 0 ? names.map(hostOf) : ["*"],
		sources: sourcesOf(ranges),
		port: "port",
		tls: annotations.has(`${AWS}-ssl-cert`) ? splitRanges(annotations.get(`${AWS}-ssl-ports`) ?? "*") : []
	};
}
const AWS = "service.beta.kubernetes.io/aws-load-balancer";
const INTERNAL = [
	[`${AWS}-internal`, "true"],
	[`${AWS}-scheme`, "internal"],
	[`${AWS}-internal`, "0.0.0.0/0"],
	["service.beta.kubernetes.io/azure-load-balancer-internal", "true"],
	["service.beta.kubernetes.io/oci-load-balancer-internal", "true"],
	["service.beta.kubernetes.io/openstack-internal-load-balancer", "true"],
	["networking.gke.io/load-balancer-type", "internal"],
	["cloud.google.com/load-balancer-type", "internal"]
];
function isInternal(spec, annotations) {
	return INTERNAL.some(([annotation, value]) => annotations.get(annotation)?.toLowerCase() === value) || isInternalByDefault(spec, annotations);
}
/** The AWS Load Balancer Controller makes internal ones unless it is told to face the internet. */
function isInternalByDefault(spec, annotations) {
	return (annotations.get(`${AWS}-type`) === "external" || textIn(spec, "loadBalancerClass") === "service.k8s.aws/nlb") && !annotations.has(`${AWS}-scheme`) && !annotations.has(`${AWS}-internal`);
}
function routesThrough(way, port) {
	const names = [
		textIn(port, "port"),
		textIn(port, "name"),
		"*"
	];
	return way.hosts.map((host) => ({
		host,
		path: `:${textIn(port, way.port) || "any"}`,
		tls: names.some((name) => name !== "" && way.tls.includes(name)),
		sources: way.sources,
		class: way.class
	}));
}
function backendOf(owner, port) {
	return `${owner.object.name}:${textIn(port, "port")}`;
}

// src/core/routes/others/skipper-routes.ts
/** The routes of a Skipper RouteGroup: hosts times routes. Predicates and methods are conditions. */
function routeGroupRoutes(group, owner) {
	const spec = objectIn(group, "spec");
	const hosts = textsIn(spec, "hosts").map(hostOf);
	const tls = listIn(spec, "tls").flatMap((entry) => {
		const names = textsIn(entry, "hosts").map(hostOf);
		return names.length > 0 ? names : hosts;
	});
	const routes = listIn(spec, "routes");
	const shared = {
		...owner,
		class: annotationsOf(group).get("zalando.org/routegroup.class") ?? null
	};
	return (hosts.length > 0 ? hosts : ["*"]).flatMap((host) => (routes.length > 0 ? routes : [null]).map((route) => openRoute({
		...shared,
		...placeOf(route),
		host,
		tls: tls.includes(host),
		backend: backendsOf$1(spec, route),
		auth: authOf(route)
	})));
}
function placeOf(route) {
	const pathType = [
		"path",
		"pathSubtree",
		"pathRegexp"
	].find((member) => textIn(route, member) !== "");
	return {
		path: pathType === void 0 ? "/" : textIn(route, pathType),
		pathType: pathType ?? "pathSubtree",
		conditions: conditionsText([...textsIn(route, "methods").map((method) => `method ${method}`).toSorted(), ...textsIn(route, "predicates").toSorted()])
	};
}
/** The backends that a route names, or the group's default ones, by what they stand for. */
function backendsOf$1(spec, route) {
	const own = listIn(route, "backends");
	const used = own.length > 0 ? own : listIn(spec, "defaultBackends");
	const known = listIn(spec, "backends");
	const backends = used.map((one) => {
		const name = textIn(one, "backendName");
		const backend = known.find((candidate) => textIn(candidate, "name") === name) ?? null;
		const service = textIn(backend, "serviceName");
		const other = maskText(textIn(backend, "address"), () => "***") || textIn(backend, "type") || name;
		return {
			name: service === "" ? other : backendName(service, textIn(backend, "servicePort")),
			weight: textIn(one, "weight")
		};
	});
	return backendsText(backends);
}
/** Filters are told by the name before their arguments. */
function authOf(route) {
	const names = textsIn(route, "filters").map((filter) => filter.replace(/\(.*/s, "").trim());
	return joinNames(signInNames(names).map((name) => `filter ${name}`));
}

// src/core/routes/traefik/traefik-rule.ts
/** More alternatives than this are shown as the rule is written. */
const ALTERNATIVES = 64;
/**
* The alternatives of a Traefik rule, each a list of matchers that must all be met: `&&`, `||`, `!` and parentheses
* are worked out. Undefined: it is no such rule, or it has too many.
*/
function parseTraefikRule(text) {
	const tokens = tokensOf(text);
	if (!tokens) return void 0;
	const parse = new RuleParser(tokens);
	const tree = parse.any();
	return tree && parse.isDone ? alternativesOf(tree, false) : void 0;
}
function tokensOf(text) {
	const tokens = [];
	const form = /\s*(?:(&&|\|\||[!(),])|`([^`]*)`|"((?:[^"\\]|\\.)*)"|([A-Za-z]+))\s*/y;
	while (form.lastIndex < text.length) {
		const found = form.exec(text);
		if (!found) return void 0;
		const [, sign, raw, quoted, word] = found;
		if (sign !== void 0) tokens.push({ sign });
		else if (word !== void 0) tokens.push({ word });
		else tokens.push({ text: raw ?? (quoted ?? "").replaceAll(/\\(.)/g, "$1") });
	}
	return tokens;
}
var RuleParser = class {
	#tokens;
	#at = 0;
	#depth = 0;
	constructor(tokens) {
		this.#tokens = tokens;
	}
	get isDone() {
		return this.#at === this.#tokens.length;
	}
	any() {
		return this.#list("any", "||", () => this.#list("all", "&&", () => this.#one()));
	}
	#list(kind, sign, next) {
		const parts = [];
		do {
			const part = next();
			if (!part) return void 0;
			parts.push(part);
		} while (this.#take(sign));
		return {
			kind,
			parts
		};
	}
	#one() {
		if (this.#depth > ALTERNATIVES) return void 0;
		this.#depth += 1;
		const node = this.#oneAt();
		this.#depth -= 1;
		return node;
	}
	#oneAt() {
		if (this.#take("!")) {
			const part = this.#one();
			return part && {
				kind: "not",
				part
			};
		}
		if (!this.#take("(")) return this.#matcher();
		const node = this.any();
		return this.#take(")") ? node : void 0;
	}
	#matcher() {
		const token = this.#tokens[this.#at];
		if (!token || !("word" in token)) return void 0;
		this.#at += 1;
		if (!this.#take("(")) return void 0;
		const values = [];
		do {
			const value = this.#tokens[this.#at];
			if (!value || !("text" in value)) return void 0;
			values.push(value.text);
			this.#at += 1;
		} while (this.#take(","));
		return this.#take(")") ? {
			kind: "matcher",
			name: token.word,
			values
		} : void 0;
	}
	#take(sign) {
		const token = this.#tokens[this.#at];
		if (!token || !("sign" in token) || token.sign !== sign) return false;
		this.#at += 1;
		return true;
	}
};
/** By the laws of De Morgan: what is negated turns all into any. */
function alternativesOf(node, isNegated) {
	if (node.kind === "matcher") return [[{
		name: node.name,
		values: node.values,
		isNegated
	}]];
	if (node.kind === "not") return alternativesOf(node.part, !isNegated);
	let found = node.kind === "all" === isNegated ? [] : [[]];
	for (const part of node.parts) {
		const more = alternativesOf(part, isNegated);
		if (!more) return void 0;
		found = node.kind === "all" === isNegated ? [...found, ...more] : found.flatMap((left) => more.map((right) => [...left, ...right]));
		if (found.length > ALTERNATIVES) return void 0;
	}
	return found;
}

// src/core/routes/traefik/traefik-places.ts
const HOSTS = [
	"host",
	"hostheader",
	"hostregexp",
	"hostsni",
	"hostsniregexp"
];
const PATHS = /* @__PURE__ */ new Map([
	["path", "Path"],
	["pathprefix", "PathPrefix"],
	["pathregexp", "PathRegexp"]
]);
/**
* The places of a Traefik rule, one for each host and path that it lets through; what else it asks for is a
* condition. A rule that says neither host nor path, or that cannot be read, is shown as it is written.
*/
function traefikPlaces(match) {
	const alternatives = parseTraefikRule(match);
	const isPlaced = alternatives?.some((all) => all.some(isPlace)) ?? false;
	if (!alternatives || !isPlaced) return [{
		host: "*",
		path: masked(match),
		pathType: "Rule",
		conditions: null,
		sources: null
	}];
	return alternatives.flatMap(placesOf$1);
}
function isPlace(matcher) {
	return !matcher.isNegated && (HOSTS.includes(word(matcher)) || PATHS.has(word(matcher)));
}
/** Names of matchers count in any case. */
function word({ name }) {
	return name.toLowerCase();
}
function placesOf$1(matchers) {
	const host = matchers.find((one) => !one.isNegated && HOSTS.includes(word(one)));
	const path = matchers.find((one) => !one.isNegated && PATHS.has(word(one)));
	const client = matchers.find((one) => !one.isNegated && word(one) === "clientip");
	const others = matchers.filter((one) => one !== host && one !== path && one !== client);
	const written = host && isPattern(host) ? [host, ...others] : others;
	const shared = {
		pathType: (path && PATHS.get(word(path))) ?? "PathPrefix",
		conditions: conditionsText(written.map(conditionOf).toSorted()),
		sources: sourcesOf(client?.values ?? [])
	};
	return (host ? host.values.map((value) => isPattern(host) ? patternHost(value) : hostOf(value)) : ["*"]).flatMap((at) => (path?.values ?? ["/"]).map((value) => ({
		...shared,
		host: at,
		path: value
	})));
}
function isPattern(matcher) {
	return word(matcher).endsWith("regexp");
}
/** The hosts that a pattern is for: a wildcard when it ends in a plain domain, else every host. */
function patternHost(pattern) {
	const rest = /^\{[^{}]*\}(?<rest>\.[a-z\d.-]+)$/i.exec(pattern)?.groups?.["rest"] ?? /(?<rest>(?:\\\.[a-z\d-]+)+)\$$/i.exec(pattern)?.groups?.["rest"];
	return rest === void 0 ? "*" : hostOf(`*${rest.replaceAll("\\", "")}`);
}
function conditionOf({ name, values, isNegated }) {
	const [key = "", value = ""] = values;
	const text = /^(?:header|query)/i.test(name) ? fieldCondition(name, key, value) : masked(`${name} ${values.join(" or ")}`);
	return isNegated ? `not ${text}` : text;
}
function masked(text) {
	return maskText(text, () => "***");
}

// src/core/routes/traefik/traefik-routes.ts
/** The routes of a Traefik IngressRoute: the places of its rules, with the middlewares that stand before them. */
function ingressRouteRoutes(ingressRoute, owner, around) {
	const spec = objectIn(ingressRoute, "spec");
	const shared = {
		...owner,
		tls: hasIn(spec, "tls"),
		class: classOf(ingressRoute)
	};
	return listIn(spec, "routes").flatMap((route) => {
		const { sources, ...guards } = guardsOf(route, owner, around, "Middleware");
		const backend = backendsOf(route, owner);
		return traefikPlaces(textIn(route, "match")).map((place) => openRoute({
			...shared,
			...place,
			...guards,
			backend,
			sources: commonSources(place.sources, sources)
		}));
	});
}
/** The routes of an IngressRouteTCP or IngressRouteUDP: an entry point for a path, a protocol for a path type. */
function streamIngressRouteRoutes(ingressRoute, owner, around) {
	const spec = objectIn(ingressRoute, "spec");
	const passes = objectIn(spec, "tls")["passthrough"] === true;
	const points = textsIn(spec, "entryPoints").map((point) => `:${point}`);
	const shared = {
		...owner,
		tls: hasIn(spec, "tls") && !passes,
		class: classOf(ingressRoute),
		pathType: owner.object.kind.replace("IngressRoute", "")
	};
	return listIn(spec, "routes").flatMap((route) => {
		const { sources, ...guards } = guardsOf(route, owner, around, "MiddlewareTCP");
		const to = backendsOf(route, owner);
		const backend = passes ? passedThrough(to) : to;
		return placesOf(textIn(route, "match")).flatMap((place) => (points.length > 0 ? points : [":any"]).map((path) => {
			const at = {
				host: place.host,
				conditions: place.conditions,
				path
			};
			return openRoute({
				...shared,
				...guards,
				...at,
				backend,
				sources: commonSources(place.sources, sources)
			});
		}));
	});
}
/** UDP has no rules; a rule that cannot be read is a condition, as a stream has no path to show it in. */
function placesOf(match) {
	if (match === "") return [{
		host: "*",
		conditions: null,
		sources: null
	}];
	return traefikPlaces(match).map(({ host, path, pathType, conditions, sources }) => ({
		host,
		conditions: pathType === "Rule" ? path : conditions,
		sources
	}));
}
function guardsOf(route, owner, around, kind) {
	const guards = listIn(route, "middlewares").map((middleware) => {
		const namespace = textIn(middleware, "namespace") || owner.object.namespace;
		return middlewareGuards(textIn(middleware, "name"), namespace, around, kind);
	});
	return allGuards(guards);
}
/** The class of controllers by annotation, and the entry points; all of them when none is named. */
function classOf(ingressRoute) {
	const controllers = annotationsOf(ingressRoute).get("kubernetes.io/ingress.class");
	const points = joinNames(textsIn(ingressRoute, "spec", "entryPoints"));
	if (controllers === void 0) return points;
	return points === null ? controllers : `${controllers} (${points})`;
}
function backendsOf(route, owner) {
	const backends = listIn(route, "services").map((service) => {
		const kind = textIn(service, "kind");
		const name = backendName(textIn(service, "name"), textIn(service, "port"), textIn(service, "namespace"), owner.object.namespace);
		return {
			name: kind === "" || kind === "Service" ? name : `${kind} ${name}`,
			weight: textIn(service, "weight")
		};
	});
	return backendsText(backends);
}

// src/core/routes/istio/istio-rules.ts
/** Where an HTTP rule applies: one place for each of its matches. */
function httpPlaces(rule) {
	const matches = listIn(rule, "match");
	return (matches.length > 0 ? matches : [null]).map((match) => {
		const uri = objectIn(match, "uri");
		const pathType = [
			"exact",
			"prefix",
			"regex"
		].find((type) => textIn(uri, type) !== "") ?? "prefix";
		return {
			path: textIn(uri, pathType) || "/",
			pathType,
			conditions: conditionsText([
				...[
					"method",
					"authority",
					"scheme"
				].map((member) => stringMatch(member, objectIn(match, member))),
				...fieldMatches(match, "headers", "header"),
				...fieldMatches(match, "queryParams", "query"),
				...fieldMatches(match, "withoutHeaders", "without header")
			]),
			gateways: textsIn(match, "gateways"),
			port: textIn(match, "port")
		};
	});
}
/** Where an HTTP rule leads: a redirect, an answer, or backends as seen from the namespace. */
function httpTarget(rule, namespace) {
	if (hasIn(rule, "redirect")) {
		const to = objectIn(rule, "redirect");
		return redirectText({
			scheme: textIn(to, "scheme"),
			host: textIn(to, "authority"),
			port: textIn(to, "port"),
			path: textIn(to, "uri")
		});
	}
	const status = textIn(rule, "directResponse", "status");
	return status === "" ? istioBackends(rule, namespace) : `answer ${status}`;
}
/** The destinations of a rule, services of the own namespace by their short name. */
function istioBackends(rule, namespace) {
	const backends = listIn(rule, "route").map((route) => {
		const to = objectIn(route, "destination");
		const host = shortName(textIn(to, "host") || textIn(to, "name"), namespace);
		const subset = textIn(to, "subset");
		const name = backendName(host, textIn(to, "port", "number"));
		return {
			name: subset === "" ? name : `${name} subset ${subset}`,
			weight: textIn(route, "weight")
		};
	});
	return backendsText(backends);
}
function shortName(host, namespace) {
	const service = /^(?<name>[^.]+)\.(?<place>[^.]+)(?:\.svc(?:\.cluster\.local)?)?$/.exec(host)?.groups;
	if (!service || !host.includes(".svc") && service["place"] !== namespace) return host;
	return service["place"] === namespace ? service["name"] ?? host : `${service["name"] ?? ""}.${service["place"] ?? ""}`;
}
function fieldMatches(match, member, what) {
	return Object.entries(objectIn(match, member)).map(([name, test]) => {
		const type = matchType(test);
		return fieldCondition(`${what}${type === "prefix" ? " prefix" : ""}`, name, type === "" ? "" : textIn(test, type), type === "regex");
	}).toSorted();
}
function stringMatch(member, test) {
	const type = matchType(test);
	if (type === "") return "";
	return `${member} ${type === "exact" ? "" : `${type} `}${textIn(test, type)}`;
}
function matchType(test) {
	return [
		"exact",
		"prefix",
		"regex"
	].find((type) => textIn(test, type) !== "") ?? "";
}

// src/core/routes/istio/istio-server.ts
/** What a route has from the server by which it comes in. */
function through({ tls, auth, class: name, via }) {
	return {
		tls,
		auth,
		class: name,
		via
	};
}
/** Whether a match that names gateways or a port speaks of this server. */
function isAt(server, gateways, port, owner) {
	if (port !== "" && server.port !== "" && port !== server.port) return false;
	if (gateways.length === 0) return true;
	const names = server.via.length === 0 ? (server.class ?? "").split(", ") : [];
	const known = server.via.filter(({ kind }) => kind === "Gateway").flatMap(({ namespace, name }) => [`${namespace ?? ""}/${name}`, ...namespace === owner.object.namespace ? [name] : []]);
	return [...names, ...known].some((name) => gateways.includes(name));
}

// src/core/routes/istio/virtual-service-streams.ts
/** Rules for TLS by the name that is asked for, and for TCP: a port for a path, a protocol for a path type. */
function streamRows(server, service, owner) {
	return ["tls", "tcp"].filter((member) => carries(server, member)).flatMap((member) => listIn(service, "spec", member).flatMap((rule) => {
		const backend = istioBackends(rule, owner.object.namespace);
		const to = member === "tls" ? passedThrough(backend) : backend;
		const shared = {
			...owner,
			...through(server),
			pathType: member.toUpperCase(),
			backend: to
		};
		return streamPlaces(rule, server, service, owner).map((at) => openRoute({
			...shared,
			...at
		}));
	}));
}
function carries(server, member) {
	if (server.protocol === "") return true;
	return member === "tls" ? server.passes : !server.passes && STREAM.test(server.protocol);
}
/** Protocols that carry no HTTP. */
const STREAM = /^(?:TCP|TLS|MONGO|MYSQL)$/;
function streamPlaces(rule, server, service, owner) {
	const matches = listIn(rule, "match");
	return (matches.length > 0 ? matches : [null]).flatMap((match) => {
		const port = textIn(match, "port");
		if (!isAt(server, textsIn(match, "gateways"), port, owner)) return [];
		const names = textsIn(match, "sniHosts");
		return (names.length > 0 ? names : textsIn(service, "spec", "hosts")).flatMap((host) => hostAt(server, host) ?? []).map((host) => ({
			host,
			path: `:${port || server.port || "any"}`
		}));
	});
}

// src/core/routes/istio/virtual-service-routes.ts
const KIND = "networking.istio.io/VirtualService";
/** The routes of a VirtualService by the gateways it hangs on, and by others that delegate to it. */
function virtualServiceRoutes(service, owner, around) {
	const servers = serversFor(textsIn(service, "spec", "gateways"), owner, around);
	const http = listIn(service, "spec", "http").flatMap((rule) => {
		const child = delegateOf(rule, owner, around);
		if (child && !mayBeMore(child)) return [];
		const backend = child ? `VirtualService ${child.title}` : httpTarget(rule, owner.object.namespace);
		return httpPlaces(rule).map((place) => ({
			place,
			backend
		}));
	});
	return [
		...servers.flatMap((server) => http.flatMap((rule) => httpRows(server, rule, service, owner))),
		...servers.flatMap((server) => streamRows(server, service, owner)),
		...delegatedRoutes(service, owner, around)
	];
}
/** The routes that others have this one's rules serve: below their place, or at it. Only one without hosts may. */
function delegatedRoutes(service, owner, around) {
	if (textsIn(service, "spec", "hosts").length > 0) return [];
	const rules = listIn(service, "spec", "http").flatMap((rule) => httpPlaces(rule).map((place) => ({
		place,
		backend: httpTarget(rule, owner.object.namespace)
	})));
	const own = `${owner.object.namespace ?? ""}/${owner.object.name}`;
	return around.referring(KIND, own, delegatesIn).flatMap(({ object, value }) => {
		const places = listIn(value, "spec", "http").filter((rule) => delegateIn(rule, object.namespace) === own).flatMap(httpPlaces);
		return serversFor(textsIn(value, "spec", "gateways"), {
			...owner,
			object
		}, around).flatMap((server) => places.flatMap((outer) => rules.flatMap(({ place, backend }) => {
			return httpRows({
				...server,
				via: viaOf([object, ...server.via])
			}, {
				place: within(outer, place),
				backend
			}, value, owner);
		})));
	});
}
function httpRows(server, { place, backend }, service, owner) {
	const { gateways, port, ...at } = place;
	if (server.passes || STREAM.test(server.protocol) || !isAt(server, gateways, port, owner)) return [];
	return textsIn(service, "spec", "hosts").flatMap((host) => {
		const common = hostAt(server, host);
		if (common === null) return [];
		const to = server.redirects ? "redirect to https" : backend;
		return [openRoute({
			...owner,
			...at,
			...through(server),
			host: common,
			backend: to
		})];
	});
}
function delegateOf(rule, owner, around) {
	if (!hasIn(rule, "delegate")) return void 0;
	const to = objectIn(rule, "delegate");
	const [namespace, name] = [textIn(to, "namespace") || owner.object.namespace, textIn(to, "name")];
	return {
		state: around.find(KIND, namespace, name).state,
		title: `${namespace ?? ""}/${name}`
	};
}
function delegatesIn({ object, value }) {
	return listIn(value, "spec", "http").flatMap((rule) => delegateIn(rule, object.namespace) ?? []);
}
function delegateIn(rule, own) {
	if (!hasIn(rule, "delegate")) return void 0;
	const to = objectIn(rule, "delegate");
	return `${textIn(to, "namespace") || (own ?? "")}/${textIn(to, "name")}`;
}
/** A delegate's own path lies within that of the one who delegates; without one it has the same. */
function within(outer, inner) {
	const place = inner.path === "/" && inner.pathType === "prefix" ? outer : inner;
	const conditions = [outer.conditions, inner.conditions].filter((text) => text !== null).join(", ");
	return {
		...outer,
		path: place.path,
		pathType: place.pathType,
		conditions: conditions || null
	};
}

// src/core/routes/routes-of.ts
const READERS = new Map([
	["networking.k8s.io/Ingress", ingressRoutes],
	["core/Service", serviceRoutes],
	["gateway.networking.k8s.io/Gateway", gatewayRoutes],
	["gateway.networking.k8s.io/ListenerSet", listenerSetRoutes],
	["gateway.networking.x-k8s.io/XListenerSet", listenerSetRoutes],
	["gateway.networking.k8s.io/HTTPRoute", httpRouteRoutes],
	["gateway.networking.k8s.io/GRPCRoute", httpRouteRoutes],
	["gateway.networking.k8s.io/TLSRoute", streamRouteRoutes],
	["gateway.networking.k8s.io/TCPRoute", streamRouteRoutes],
	["gateway.networking.k8s.io/UDPRoute", streamRouteRoutes],
	["networking.istio.io/Gateway", istioGatewayRoutes],
	["networking.istio.io/VirtualService", virtualServiceRoutes],
	["traefik.io/IngressRoute", ingressRouteRoutes],
	["traefik.io/IngressRouteTCP", streamIngressRouteRoutes],
	["traefik.io/IngressRouteUDP", streamIngressRouteRoutes],
	["traefik.containo.us/IngressRoute", ingressRouteRoutes],
	["traefik.containo.us/IngressRouteTCP", streamIngressRouteRoutes],
	["traefik.containo.us/IngressRouteUDP", streamIngressRouteRoutes],
	["projectcontour.io/HTTPProxy", httpProxyRoutes],
	["route.openshift.io/Route", openshiftRoutes],
	["k8s.nginx.org/VirtualServer", virtualServerRoutes],
	["k8s.nginx.org/VirtualServerRoute", virtualServerRouteRoutes],
	["k8s.nginx.org/TransportServer", transportServerRoutes],
	["zalando.org/RouteGroup", routeGroupRoutes],
	["serving.knative.dev/Service", knativeRoutes],
	["serving.knative.dev/Route", knativeRoutes],
	["serving.knative.dev/DomainMapping", domainMappingRoutes],
	["getambassador.io/Mapping", mappingRoutes],
	...POD_KINDS.map((kind) => [kind, hostPortRoutes])
]);
/** The same, when the other side of a comparison is known: what only that side has is not here, and opens nothing. */
function routeTable(manifests, others) {
	const around = neighboursOf(manifests, others);
	return manifests.flatMap((placed) => {
		const object = effectiveRef(placed);
		const read = READERS.get(kindOf$2(object));
		if (!read) return [];
		const owner = {
			object,
			environment: placed.placement.environment
		};
		return distinct(read(placed.manifest.value, owner, around(placed)));
	}).toSorted(compareRoutes);
}
function distinct(routes) {
	return [...new Map(routes.map((route) => [JSON.stringify(route), route])).values()];
}

// src/core/routes/route-changes.ts
/**
* What the step from one set of objects to another does to the public ways in, those of unchanged objects around
* them too: a Gateway that loses TLS alters the routes that hang on it.
*/
function routeChanges(base, head, surroundings = []) {
	return diffRoutes(routeTable([...base, ...surroundings], head), routeTable([...head, ...surroundings], base));
}

// src/core/diff/diff-settings.ts
/**
* The places in which two versions of a file of settings differ; none when they mean the same. Null when the documents of
* the one cannot be told to be those of the other.
*/
function diffSettings(base, head, secrets = {}) {
	const [old, now] = [base[0], head[0]];
	if (!old || !now || base.length > 1 || head.length > 1 || old.role !== now.role) return null;
	const tokens = new Tokens();
	return fieldChanges(differencesOf(readSettings(old), readSettings(now)), {
		manifest: old,
		...redact(old.value, tokens, {
			...secrets,
			userKeys: true
		})
	}, {
		manifest: now,
		...redact(now.value, tokens, {
			...secrets,
			userKeys: true
		})
	});
}

// src/core/manifests/api-version.ts
/** Group and version of an `apiVersion`; undefined when it is none. The core group is the empty text. */
function parseApiVersion(apiVersion) {
	const parts = apiVersion.split("/");
	const [first, second] = parts;
	if (first === void 0 || first === "" || parts.length > 2 || second === "") return void 0;
	return second === void 0 ? {
		group: "",
		version: first
	} : {
		group: first,
		version: second
	};
}

// src/core/manifests/check-metadata.ts
/** What Kubernetes refuses to read in an object's `metadata`. */
function checkMetadata(object) {
	const metadata = object.value["metadata"] ?? null;
	if (metadata !== null && !isJsonObject(metadata)) return [object.issue("manifest.metadata", ["metadata"], "The key \"metadata\" must hold a map; Kubernetes refuses anything else. Write one, with a name.")];
	const written = metadata ?? {};
	return [...STRINGS.filter((key) => !isText(written[key])).map((key) => notText(object, ["metadata", key])), ...TEXT_MAPS.flatMap((key) => checkTextMap(object, key, written[key]))];
}
/** The issue of an object that has no name and will not be given one: kubectl reads it, no cluster takes it. */
function checkName(object) {
	const metadata = object.value["metadata"];
	if ((isJsonObject(metadata) ? [metadata["name"], metadata["generateName"]] : []).some((name) => typeof name === "string" && name !== "")) return [];
	return [object.issue("manifest.no-name", ["metadata", "name"], "The object has neither metadata.name nor metadata.generateName, so no cluster takes it. Name it.")];
}
const STRINGS = [
	"name",
	"generateName",
	"namespace"
];
const TEXT_MAPS = ["labels", "annotations"];
function isText(value) {
	return value === void 0 || value === null || typeof value === "string";
}
function notText(object, keys) {
	const text = `The value of "${keys.join(".")}" is not text; Kubernetes refuses it. Quote it.`;
	return object.issue("manifest.not-text", keys, text);
}
function checkTextMap(object, key, map) {
	if (map === void 0 || map === null) return [];
	if (!isJsonObject(map)) {
		const text = `The key "metadata.${key}" must hold a map of text; Kubernetes refuses anything else.`;
		return [object.issue("manifest.metadata", ["metadata", key], text)];
	}
	return Object.keys(map).filter((name) => !isText(map[name])).map((name) => notText(object, [
		"metadata",
		key,
		name
	]));
}

// src/core/manifests/classify-document.ts
/**
* Tells objects from other maps. A document with only one of `apiVersion` and `kind` is an object with a mistake, but
* for three that no cluster takes and that have no parts of an object: one without `kind` (a chart's or a tool's own
* file), a values file in which `kind` is a setting, and one whose `kind` is none of Kubernetes.
*/
function classifyDocument(document, path) {
	if (isKustomizeFile(document)) return OTHER;
	const { value } = document;
	const hasVersion = "apiVersion" in value;
	const hasKind = "kind" in value;
	if (!hasVersion && !hasKind) return OTHER;
	if (!OBJECT_PARTS.some((key) => key in value) && (!hasKind || !hasVersion && isForeignKind(value["kind"], path))) return OTHER;
	const issues = checkTypeMeta(document);
	return issues.length > 0 ? {
		kind: "refused",
		issues
	} : { kind: "object" };
}
/** What is wrong with an object's `apiVersion` and `kind`: both are texts, and neither is empty. */
function checkTypeMeta(object) {
	const { apiVersion, kind } = {
		apiVersion: object.value["apiVersion"],
		kind: object.value["kind"]
	};
	const issues = [];
	if (typeof apiVersion !== "string" || apiVersion === "") issues.push(object.issue("manifest.no-api-version", ["apiVersion"], "The object has no apiVersion, or it is not text. Write one, such as \"apiVersion: apps/v1\"."));
	else if (parseApiVersion(apiVersion) === void 0) issues.push(object.issue("manifest.api-version", ["apiVersion"], "The apiVersion is not of the form version or group/version. Correct it."));
	if (typeof kind !== "string" || kind === "") issues.push(object.issue("manifest.no-kind", ["kind"], "The object has no kind, or it is not text. Write one, such as \"kind: Deployment\"."));
	return issues;
}
const OTHER = { kind: "other" };
const VALUES_FILE = /values[^/]*$/i;
const FOREIGN_KIND = /^[a-z]|[^A-Za-z0-9]/;
const OBJECT_PARTS = [
	"metadata",
	"items",
	"spec",
	"data",
	"stringData"
];
function isForeignKind(kind, path) {
	return VALUES_FILE.test(path) || typeof kind === "string" && FOREIGN_KIND.test(kind);
}
/** Whether a document is kustomize's own file. kubectl would apply its `items`, so with these it is not. */
function isKustomizeFile(document) {
	const { value } = document;
	const kind = value["kind"];
	if ("items" in value || kind !== "Kustomization" && kind !== "Component") return false;
	const apiVersion = value["apiVersion"];
	return typeof apiVersion === "string" && parseApiVersion(apiVersion)?.group === "kustomize.config.k8s.io";
}

// src/core/manifests/placed-object.ts
/** An object with its place: a whole document, or an item of a list. */
var PlacedObject = class PlacedObject {
	value;
	#document;
	#path;
	#prefix;
	constructor(document, path, value, prefix = "") {
		this.value = value;
		this.#document = document;
		this.#path = path;
		this.#prefix = prefix;
	}
	/** The line on which the object begins. */
	get line() {
		return this.#prefix === "" ? this.#document.line : this.locate("").line;
	}
	/** Where a value of the object is written; for a place that does not exist, its nearest existing parent. */
	locate(pointer) {
		return this.#document.locate(this.#prefix + pointer);
	}
	/** Where the key of a value is written; for a place that does not exist, that of its nearest existing parent. */
	locateKey(pointer) {
		return this.#document.locateKey(this.#prefix + pointer);
	}
	/** An object inside this one, at a pointer; `completed` when it is not the same as written. */
	item(pointer, completed) {
		return new PlacedObject(this.#document, this.#path, completed, this.#prefix + pointer);
	}
	/** An issue about the value at some keys; it stands at the last key that exists. */
	issue(code, keys, text) {
		let pointer = this.#prefix;
		for (const key of keys) pointer = pointerTo(pointer, key);
		return {
			code,
			severity: "high",
			path: this.#path,
			...this.#document.locateKey(pointer),
			text
		};
	}
};

// src/core/manifests/unpack-list.ts
/**
* The objects that kubectl makes of one: the items of a list, else the object itself. Kubernetes takes anything with a
* top-level `items` for a list, whatever its kind, so only what is plainly a list may have it.
*/
function unpackList(object) {
	const { value } = object;
	const isListKind = textAt(value, "kind")?.endsWith("List") === true;
	if (!("items" in value)) {
		if (!isListKind) return ok([object]);
		return err([object.issue("manifest.list-without-items", ["kind"], "The kind ends in \"List\" but there is no \"items\". Write \"items: []\" for an empty list.")]);
	}
	const items = value["items"];
	if (!isListKind || !isJsonList(items)) return err([object.issue("manifest.items", ["items"], "The object has a top-level \"items\": Kubernetes takes it for a list and applies only the items. Remove \"items\", or use a kind that ends in \"List\" with a list of objects.")]);
	return unpackItems(object, items);
}
function unpackItems(list, items) {
	const objects = [];
	const issues = [];
	for (const [index, item] of items.entries()) {
		const completed = completeItem(list.value, item);
		if (typeof completed === "string") issues.push(list.issue(`manifest.${completed}`, ["items", index], ITEM_TEXTS[completed]));
		else objects.push(list.item(pointerTo("/items", index), completed));
	}
	return issues.length > 0 ? err(issues) : ok(objects);
}
const ITEM_TEXTS = {
	"list-item": "An item of the list is no object. Write a map, or remove the item.",
	"list-item-type": "An item of the list needs its own apiVersion and kind, both as text; a list of a certain kind may leave out both. Write both.",
	"list-in-list": "A list stands inside a list; Kubernetes refuses it. Move its items up."
};
function completeItem(list, item) {
	if (!isJsonObject(item)) return "list-item";
	if ("items" in item) return "list-in-list";
	const hasVersion = "apiVersion" in item;
	if (hasVersion !== "kind" in item) return "list-item-type";
	if (hasVersion) return textAt(item, "kind")?.endsWith("List") === true ? "list-in-list" : item;
	return inheritType(list, item);
}
function inheritType(list, item) {
	const listKind = textAt(list, "kind") ?? "";
	if (listKind === "List") return "list-item-type";
	const completed = emptyObject();
	completed["apiVersion"] = list["apiVersion"] ?? null;
	completed["kind"] = listKind.slice(0, -4);
	for (const key of Object.keys(item)) completed[key] = item[key] ?? null;
	return completed;
}

// src/core/manifests/read-objects.ts
/** Finds the objects in documents as kubectl does, or what it would refuse. Whether they have names is not asked. */
function readObjects(documents, path) {
	const found = documents.map((document) => new PlacedObject(document, path, document.value)).map((root) => ({
		root,
		is: classifyDocument(root, path)
	}));
	const objects = [];
	const issues = [];
	const hasObjects = found.some(({ is }) => is.kind !== "other");
	for (const { root, is } of found) if (is.kind === "refused") issues.push(...is.issues);
	else if (is.kind === "object") unpackInto(objects, issues, root);
	else if (hasObjects && !isKustomizeFile(root)) issues.push(...checkTypeMeta(root));
	if (issues.length > 0) return {
		kind: "refused",
		issues
	};
	const others = found.filter(({ is }) => is.kind === "other").map(({ root }) => root);
	return {
		kind: hasObjects ? "objects" : "not-manifests",
		objects,
		others
	};
}
function unpackInto(objects, issues, root) {
	const unpacked = unpackList(root);
	if (!unpacked.ok) {
		issues.push(...unpacked.error);
		return;
	}
	issues.push(...checkMetadata(root));
	for (const object of unpacked.value) {
		if (object !== root) issues.push(...checkTypeMeta(object), ...checkMetadata(object));
		objects.push(object);
	}
}

// src/core/yaml/read-yaml-list.ts
/**
* The list that a text is, read as {@link readYaml} reads maps; null when it is anything else, holds another document,
* or cannot be read with certainty. kubectl refuses such a text.
*/
function readYamlList(text, path, limits = YAML_LIMITS) {
	if (text.length > limits.maxBytes || checkCharacters(text, path) !== void 0) return null;
	const split = splitDocuments(text, path);
	if (!split.ok) return null;
	let list = null;
	for (const document of split.value) {
		const source = new DocumentSource(document, path, false);
		const root = readRoot(source, limits);
		if (!root.ok) return null;
		if (root.value === null) continue;
		const { value, start } = root.value;
		if (list !== null || !isJsonList(value)) return null;
		if (source.text[start] === "[" && checkStrictJson(source, start) !== void 0) return null;
		list = {
			value,
			line: source.lines.position(start).line
		};
	}
	return list;
}

// src/core/manifests/read-patch-list.ts
/**
* The list that a file holds when all of its entries are JSON patches (RFC 6902), as kustomize takes them; else null.
* Nothing in it is an object, and kubectl refuses it.
*/
function readPatchList(text, path) {
	const list = readYamlList(text, path);
	return list !== null && list.value.length > 0 && list.value.every(isPatch) ? list : null;
}
const OPERATIONS = /* @__PURE__ */ new Set([
	"add",
	"remove",
	"replace",
	"move",
	"copy",
	"test"
]);
const KEYS = /* @__PURE__ */ new Set([
	"op",
	"path",
	"from",
	"value"
]);
function isPatch(entry) {
	return isJsonObject(entry) && OPERATIONS.has(textAt(entry, "op") ?? "") && textAt(entry, "path") !== void 0 && Object.keys(entry).every((key) => KEYS.has(key));
}

// src/core/manifests/read-settings.ts
/**
* A document that is no object, as what it is: kustomize's own file, which says its kind or need not where its file has
* the name that kustomize looks for; else the settings of some other tool, without a reference.
*/
function settingsOf$1(document, path) {
	const { value, line } = document;
	const ref = kustomizationRef(document, path);
	return {
		ref: ref ?? NO_REFERENCE,
		value,
		path,
		line,
		role: ref ? "kustomization" : "settings",
		locate: (pointer) => document.locate(pointer),
		locateKey: (pointer) => document.locateKey(pointer)
	};
}
const NO_REFERENCE = {
	group: "",
	version: "",
	kind: "",
	namespace: null,
	name: ""
};
function kustomizationRef(document, path) {
	const { value } = document;
	if (!(!("apiVersion" in value) && !("kind" in value) && fileRole(path) === "kustomization") && !isKustomizeFile(document)) return null;
	const kind = textAt(value, "kind") ?? "Kustomization";
	const version = parseApiVersion(textAt(value, "apiVersion") ?? "")?.version ?? "v1beta1";
	return {
		...NO_REFERENCE,
		group: "kustomize.config.k8s.io",
		version,
		kind
	};
}

// src/core/manifests/skip-marker.ts
/**
* The line on which a file says that Argo CD must not deploy it; null when it does not. Argo CD looks for these letters
* anywhere in a file, in a comment or not.
*/
function skipMarkerLine(text) {
	const at = text.indexOf(MARKER);
	return at === -1 ? null : text.slice(0, at).split("\n").length;
}
const MARKER = "+argocd:skip-file-rendering";

// src/core/manifests/source-role.ts
/** What kind of file an object stands in, by the file's path and the object's own patch directives. */
function sourceRole(path, value) {
	const folders = path.split("/");
	const name = folders.pop() ?? "";
	if (folders.includes("templates")) return "helm-template";
	if (folders.includes("patches") || PATCH_NAME.test(name) || hasDirective(value)) return "kustomize-patch";
	return "manifest";
}
const PATCH_NAME = /^(?:patch.*|.*[-_.]patch)\.(?:ya?ml|json)$/i;
function hasDirective(value) {
	if (isJsonList(value)) return value.some(hasDirective);
	if (!isJsonObject(value)) return false;
	for (const key in value) if (key === "$patch" || hasDirective(value[key] ?? null)) return true;
	return false;
}

// src/core/manifests/template.ts
/**
* The issues of a file that could not be read, with those on lines of template text told as what they are: nobody can
* correct the YAML of a template, it has to be rendered.
*/
function explainTemplate(text, path, issues) {
	if (!text.includes("{{")) return issues;
	const lines = text.split("\n");
	const first = lines.findIndex((line) => TEMPLATE_LINE.test(line));
	if (first === -1) return issues;
	return [{
		code: "manifest.template",
		severity: "high",
		path,
		line: first + 1,
		column: (lines[first] ?? "").indexOf("{{") + 1,
		text: "A template expression {{ }} stands outside of quotes, so no object can be read. Render the chart and check the rendered files."
	}, ...issues.filter((issue) => !TEMPLATE_LINE.test(lines[issue.line - 1] ?? ""))];
}
const TEMPLATE_LINE = /^\s*(?:-\s+)*(?:[^\s#'"][^#'"]*:\s+)?(?:-\s+)*\{\{/;

// src/core/manifests/read-manifest-file.ts
/**
* The objects of a file, exactly as kubectl would read them, or why they cannot be trusted. kubectl applies what stands
* before a mistake, so one mistake makes the whole file unreadable.
*/
function readManifestFile(path, bytes) {
	const marked = BYTE_ORDER_MARK.every((byte, at) => bytes[at] === byte);
	const text = decodeText(marked ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes, path);
	if (!text.ok) return unreadable(path, [text.error]);
	const documents = readYaml(text.value, path, { marked });
	if (!documents.ok) return withoutDocuments(path, text.value, documents.error);
	const read = readObjects(documents.value, path);
	if (read.kind === "refused") return unreadable(path, read.issues);
	const manifests = read.objects.map((object) => manifestOf(object, path));
	const issues = read.objects.flatMap((object) => checkName(object));
	const settings = read.others.map((document) => settingsOf$1(document, path));
	const value = read.kind === "not-manifests" ? canonicalJson(documents.value.map((document) => document.value)) : null;
	const skippedAt = skipMarkerLine(text.value);
	return {
		...EMPTY,
		path,
		kind: read.kind,
		manifests,
		settings,
		issues,
		skippedAt,
		value
	};
}
const BYTE_ORDER_MARK = [
	239,
	187,
	191
];
const EMPTY = {
	manifests: [],
	settings: [],
	role: null,
	issues: [],
	skippedAt: null,
	value: null
};
function withoutDocuments(path, text, issues) {
	const patches = issues.every(({ code }) => code === "yaml.root") ? readPatchList(text, path) : null;
	if (patches === null) return unreadable(path, explainTemplate(text, path, issues));
	const issue = {
		code: "manifest.patch-list",
		severity: "low",
		path,
		line: patches.line,
		column: 1,
		text: "The file is a list of JSON patches. What kustomize makes of them is not worked out: look at the rendered objects."
	};
	const value = canonicalJson([patches.value]);
	return {
		...EMPTY,
		path,
		kind: "not-manifests",
		role: "patch-list",
		issues: [issue],
		value
	};
}
function unreadable(path, issues) {
	return {
		...EMPTY,
		path,
		kind: "unreadable",
		issues: sortIssues(issues)
	};
}
function manifestOf(object, path) {
	return {
		ref: refOf(object),
		value: object.value,
		path,
		line: object.line,
		role: sourceRole(path, object.value),
		locate: (pointer) => object.locate(pointer),
		locateKey: (pointer) => object.locateKey(pointer)
	};
}
function refOf({ value }) {
	const { group, version } = parseApiVersion(textAt(value, "apiVersion") ?? "") ?? {
		group: "",
		version: ""
	};
	const kind = textAt(value, "kind") ?? "";
	const metadata = value["metadata"];
	const namespace = isJsonObject(metadata) ? textAt(metadata, "namespace") : void 0;
	const name = isJsonObject(metadata) ? textAt(metadata, "name") : void 0;
	return {
		group,
		version,
		kind,
		namespace: namespace === void 0 || namespace === "" || isClusterScoped(group, kind) ? null : namespace,
		name: name ?? ""
	};
}

// src/core/decision/unreadable-file.ts
/** What keeps a file from being read as data, or null. Links and submodules count for any path: they can stand in for a folder. */
function unreadableFile(path, version, selected) {
	switch (version.kind) {
		case "file": return null;
		case "unread": return selected ? issue(path, "file.unread", "its content could not be fetched. Fetch the whole commit and run again.") : null;
		case "too-large": return selected ? issue(path, "file.too-large", `it holds ${megabytes(version.size)} MB; files up to 5 MiB are read. Split it.`) : null;
		case "symlink": return issue(path, "file.symlink", "it is a symbolic link, and links are not followed. Put the file itself here.");
		case "submodule": return issue(path, "file.submodule", "it is a submodule, whose content is not in this repository. Add the files themselves.");
		default: return version;
	}
}
function issue(path, code, sentence) {
	return {
		code,
		severity: "high",
		path,
		line: 1,
		column: 1,
		text: `This path cannot be analysed: ${sentence}`
	};
}
function megabytes(size) {
	return (size / 1e6).toFixed(1);
}

// src/core/decision/read-pair.ts
/**
* Both sides of one file. When the new side cannot be read, the old one is left out as well: its objects are not
* deleted, they are unknown. When only the old side cannot be read, everything new counts as created.
*/
function readPair(file, selected, secrets) {
	const [base, head] = [readSide$1(file.path, file.base, selected), readSide$1(file.path, file.head, selected)];
	if (!base && !head) return {
		...NOTHING,
		state: "not-selected"
	};
	if (head?.kind === "unreadable") return {
		...NOTHING,
		state: "unreadable",
		issues: head.issues
	};
	const skipping = skippingIssue(file.path, base, head);
	const settings = settingsOf(base, head, secrets);
	const objectsOf = (side) => skipping && side?.skippedAt ? [] : piecesOf(side);
	return {
		state: kindOf$1(base, head),
		...settings,
		role: head?.role ?? base?.role ?? null,
		base: objectsOf(base),
		head: objectsOf(head),
		issues: settings.rewritten ? [] : [
			...issuesOf(base).map(onBase),
			...issuesOf(head),
			...skipping ? [skipping] : []
		]
	};
}
function issuesOf(side) {
	return side?.issues ?? [];
}
const NOTHING = {
	base: [],
	head: [],
	issues: [],
	role: null,
	rewritten: false,
	fields: []
};
function readSide$1(path, version, selected) {
	if (!version) return null;
	const problem = unreadableFile(path, version, selected);
	if (problem) return {
		...UNREADABLE,
		issues: [problem]
	};
	if (!selected || version.kind !== "file") return null;
	return readManifestFile(path, version.bytes);
}
const UNREADABLE = {
	kind: "unreadable",
	manifests: [],
	settings: [],
	role: null,
	value: null,
	skippedAt: null
};
function kindOf$1(base, head) {
	if (base?.kind === "unreadable") return "unreadable";
	return base?.kind === "objects" || head?.kind === "objects" ? "objects" : "not-manifests";
}
/** The objects of a side, and the kustomizations, which are read as objects are. */
function piecesOf(side) {
	const kustomizations = side?.settings.filter(({ role }) => role === "kustomization") ?? [];
	return [...side?.manifests ?? [], ...kustomizations];
}
function settingsOf(base, head, secrets) {
	if (base?.kind !== "not-manifests" || head?.kind !== "not-manifests") return {
		rewritten: false,
		fields: []
	};
	const fields = diffSettings(base.settings, head.settings, secrets);
	return {
		rewritten: base.value === head.value || fields?.length === 0,
		fields: fields ?? []
	};
}
/** When the comment comes or goes, the objects of the file leave or join what Argo CD deploys; null when it does neither. */
function skippingIssue(path, base, head) {
	if (!base || !head || base.skippedAt === null === (head.skippedAt === null)) return null;
	const text = head.skippedAt === null ? DEPLOYED : SKIPPED;
	return {
		code: "argocd.skip-marker",
		severity: "low",
		path,
		line: head.skippedAt ?? 1,
		column: 1,
		text
	};
}
const DEPLOYED = "The comment \"+argocd:skip-file-rendering\" is gone: Argo CD deploys this file from now on, so its objects count as created.";
const SKIPPED = "The comment \"+argocd:skip-file-rendering\" keeps Argo CD from deploying this file, so its objects count as deleted.";
function onBase(issue) {
	return {
		...issue,
		text: `In the version that is merged into: ${issue.text}`
	};
}

// src/core/decision/compare.ts
/** What a set of differing files means for the cluster. Files that are no manifests stay in `files` only. */
function compareFiles(files, policy, { surroundings = [], schemaOf } = {}) {
	const secrets = { isSecretName: (name) => isSecretByPolicy(policy, name) };
	const readings = files.map((file) => readPair(file, isManifestPath(policy, file.path), secrets));
	const place = (manifests) => manifests.map((manifest) => ({
		manifest,
		placement: placementOf(policy, manifest.path)
	}));
	const base = place(readings.flatMap((reading) => reading.base));
	const head = place(readings.flatMap((reading) => reading.head));
	const check = schemaOf && ((old, now) => newIssues(old, now, schemaOf));
	const { changes, unchanged, issues } = diffManifests(base, head, {
		...secrets,
		check
	});
	const read = readings.filter((reading) => reading.state !== "not-selected");
	return {
		changes,
		files: files.map((file, at) => fileChange(file, readings[at])),
		unchanged,
		routes: routeChanges(base, head, surroundings),
		issues: sortIssues([...readings.flatMap((reading) => reading.issues), ...issues]),
		analysed: {
			files: read.length,
			objects: readings.reduce((sum, reading) => sum + objectCount(reading), 0),
			notManifests: read.filter((reading) => reading.state === "not-manifests").length,
			unreadable: read.filter((reading) => reading.state === "unreadable").length
		}
	};
}
function fileChange(file, reading) {
	return {
		path: file.path,
		operation: operationOf(file),
		content: file.head ? `${file.head.kind === "unread" ? "file" : file.head.kind}:${file.head.id}` : "deleted",
		rewritten: reading?.rewritten ?? false,
		role: fileRole(file.path) ?? reading?.role ?? null,
		fields: reading?.fields ?? []
	};
}
function operationOf(file) {
	if (!file.base) return "CREATE";
	return file.head ? "UPDATE" : "DELETE";
}
/** How many objects a file holds; those it held when it holds none any more. */
function objectCount({ base, head }) {
	return countObjects(head) || countObjects(base);
}
function countObjects(manifests) {
	return manifests.filter(({ role }) => role !== "kustomization").length;
}

// src/core/decision/surrounding-paths.ts
/** More files than these are no surroundings any more. */
const MOST_PATHS = 100;
/** Whether what changes may mean something else by what stands around it. */
function dependsOnOthers(changes) {
	return changes.some((change) => hintOf(change) !== null);
}
/**
* Of some unchanged files those that may hold what the changes depend on: the definitions of custom resources, and the
* gateways, middlewares and includes that routes pass through. They are told by their names, so that the same commits
* give the same files wherever they are compared.
*/
function surroundingPaths(changes, paths) {
	const hints = changes.flatMap((change) => hintOf(change) ?? []);
	const folders = new Set(hints.map(({ folder }) => folder));
	const names = [...new Set(hints.flatMap((hint) => hint.names))];
	const isBeside = (path) => folders.has(folderOf(path));
	const found = paths.filter((path) => isBeside(path) || isNamed(path, names));
	return found.length > MOST_PATHS ? found.filter(isBeside).slice(0, MOST_PATHS) : found;
}
function hintOf({ ref, source }) {
	if (!ref.group.includes(".") || isBuiltIn(ref.group)) return null;
	const names = [
		"crd",
		"customresourcedefinition",
		ref.group,
		...PASSED_THROUGH.get(ref.group) ?? []
	];
	return {
		folder: folderOf(source.path),
		names
	};
}
function isBuiltIn(group) {
	return group.endsWith(".k8s.io") && !PASSED_THROUGH.has(group);
}
/** Names of files that hold what the routes of a group pass through, or which routes pass through it. */
const PASSED_THROUGH = /* @__PURE__ */ new Map([
	["gateway.networking.k8s.io", [
		"gateway",
		"listener",
		"route"
	]],
	["gateway.networking.x-k8s.io", [
		"gateway",
		"listener",
		"route"
	]],
	["networking.istio.io", [
		"gateway",
		"istio",
		"virtualservice",
		"virtual-service"
	]],
	["traefik.io", [
		"middleware",
		"traefik",
		"ingressroute",
		"ingress-route"
	]],
	["traefik.containo.us", [
		"middleware",
		"traefik",
		"ingressroute",
		"ingress-route"
	]],
	["projectcontour.io", ["proxy", "contour"]],
	["k8s.nginx.org", [
		"virtualserver",
		"virtual-server",
		"policy"
	]]
]);
function isNamed(path, names) {
	const lower = path.toLowerCase();
	return names.some((name) => lower.includes(name));
}

// src/gate/compare-repository.ts
/**
* What merging a commit would change, seen in its surroundings: where changes depend on unchanged files, such as the
* definition of a custom resource or the Gateway of a route, these are read too, and the comparison is made with them.
*/
async function compareRepository(repository, of, policy, schemaOf) {
	const isWanted = (path) => isManifestPath(policy, path);
	const files = await repository.changes(of, isWanted);
	if (!files.ok) return files;
	const changes = compareFiles(files.value, policy, { schemaOf });
	const changed = new Set(files.value.map(({ path }) => path));
	if (!dependsOnOthers(changes.changes)) return ok(changes);
	const paths = (await repository.listAllBase()).filter((path) => isWanted(path) && !changed.has(path));
	const surroundings = await readBaseManifests(repository, surroundingPaths(changes.changes, paths), policy);
	return ok(surroundings.length === 0 ? changes : compareFiles(files.value, policy, {
		surroundings,
		schemaOf
	}));
}
/** The objects of files at the base tip, where they go; what cannot be read has none. */
async function readBaseManifests(repository, paths, policy) {
	if (paths.length === 0) return [];
	return [...await repository.readBaseFiles(paths)].flatMap(([path, version]) => {
		if (version.kind !== "file") return [];
		const placement = placementOf(policy, path);
		return readManifestFile(path, version.bytes).manifests.map((manifest) => ({
			manifest,
			placement
		}));
	});
}

// src/gate/add-shadows.ts
/** The changes with an issue for each created object that an unchanged file beside it holds already. */
async function addShadows(repository, changes, policy) {
	const created = changes.changes.filter(isNewObject);
	if (created.length === 0) return changes;
	const unchanged = await readNeighbours(repository, changes, policy);
	return {
		...changes,
		issues: sortIssues([...changes.issues, ...findShadows(created, unchanged)])
	};
}
/** The objects of the unchanged manifests in every folder that gets a new object. */
async function readNeighbours(repository, changes, policy) {
	const changed = new Set(changes.files.map(({ path }) => path));
	const folders = new Set(changes.changes.filter(isNewObject).map(({ source }) => folderOf(source.path)));
	const paths = (await Promise.all([...folders].map((folder) => repository.listBase(folder)))).flat().filter((path) => !changed.has(path) && isManifestPath(policy, path));
	return readBaseManifests(repository, paths, policy);
}

// src/gate/base-files.ts
/** Where a repository keeps its policy: this file, and every YAML file directly in {@link POLICY_FOLDER}. */
const POLICY_FILE = ".github/drawbridge.yaml";
/** The folder for policies of more than one file. */
const POLICY_FOLDER = ".github/drawbridge";
/** A name that people write instead of {@link POLICY_FILE}. */
const MISNAMED_POLICY_FILE = ".github/drawbridge.yml";
/** The policy of the base, empty when it has none. A policy that would not be read is an issue, never no policy. */
async function basePolicy(repository) {
	const listed = await repository.listBase(POLICY_FOLDER);
	const paths = [POLICY_FILE, ...listed.filter((path) => /\.ya?ml$/.test(path))];
	const sources = [];
	const issues = [...await unreadPolicies(repository)];
	for (const path of paths) {
		const version = await repository.readBase(path);
		if (!version) continue;
		const text = textOf(path, version);
		if (text.ok) sources.push({
			path,
			text: text.value,
			builtin: false
		});
		else issues.push(text.error);
	}
	return issues.length > 0 ? err(issues) : ok(sources);
}
/** What stands where a policy is looked for and is none: a link or a submodule for the folder, a file under another name. */
async function unreadPolicies(repository) {
	const [folder, misnamed] = [await repository.readBase(POLICY_FOLDER), await repository.readBase(MISNAMED_POLICY_FILE)];
	return [folder && unreadableFile(".github/drawbridge", folder, false), misnamed && (unreadableFile(MISNAMED_POLICY_FILE, misnamed, false) ?? misnamedPolicy())].filter((problem) => problem !== null);
}
function misnamedPolicy() {
	return {
		code: "policy.file-name",
		severity: "high",
		path: MISNAMED_POLICY_FILE,
		line: 1,
		column: 1,
		text: `A policy of this name is not read. Rename the file to ${POLICY_FILE}, or remove it.`
	};
}
/** The CODEOWNERS that GitHub would use at the base: the first of its three places; null when there is none. */
async function baseCodeowners(repository) {
	for (const path of CODEOWNERS_PATHS) {
		const version = await repository.readBase(path);
		if (!version) continue;
		const text = textOf(path, version);
		return text.ok ? ok({
			path,
			text: text.value
		}) : text;
	}
	return ok(null);
}
function textOf(path, version) {
	const problem = unreadableFile(path, version, true);
	if (problem) return err(problem);
	return version.kind === "file" ? decodeText(version.bytes, path) : err(unknownKind(path));
}
function unknownKind(path) {
	return {
		code: "file.unread",
		severity: "high",
		path,
		line: 1,
		column: 1,
		text: "This path is no file that can be read."
	};
}

// src/gate/assess.ts
/**
* What would this merge do, what does that need, is it met: everything between a repository with facts and a decision.
* Policy and CODEOWNERS come from the base side; the head is data. Rejects only for faults of the machine.
*/
async function assess(request) {
	const { facts, repository } = request;
	const policy = await readPolicy$1(request);
	if (!policy.ok) return undecided(facts, { code: "policy-invalid" }, policy.error);
	const compared = await compareRepository(repository, "head", policy.value, request.schemaOf);
	if (!compared.ok) return undecided(facts, obstacleOf(compared.error));
	const changes = await addShadows(repository, compared.value, policy.value);
	const codeowners = await readCodeowners$1(request);
	if (!codeowners.ok) return undecided(facts, {
		code: "unreadable",
		text: codeowners.error.text
	}, [codeowners.error]);
	const decision = decide({
		facts,
		policy: policy.value,
		changes,
		contents: await contentsByCommit(repository, facts, policy.value, contentsOf(changes)),
		ownersOf: (path) => codeowners.value ? certainOwners(codeowners.value.codeowners, path) : [],
		ownersDigest: codeowners.value?.digest ?? "none"
	});
	return {
		...decision,
		issues: [...decision.issues, ...codeowners.value?.codeowners.issues ?? []]
	};
}
/** The owners of a path; nobody when an invalid line further down was probably meant for it: who owns it is not certain then. */
function certainOwners(codeowners, path) {
	const { owners, doubts } = ownersOf(codeowners, path);
	return doubts.length > 0 ? [] : owners;
}
async function readPolicy$1(request) {
	const given = request.policy ? ok(request.policy) : await basePolicy(request.repository);
	if (!given.ok) return given;
	const sources = given.value.length > 0 ? given.value : request.builtin("recommended") ?? [];
	return loadPolicy(sources, request.builtin);
}
async function readCodeowners$1(request) {
	const given = request.codeowners ? ok(request.codeowners) : await baseCodeowners(request.repository);
	if (!given.ok) return given;
	if (!given.value) return ok(null);
	const { path, text } = given.value;
	const size = new TextEncoder().encode(text).length;
	const codeowners = isTooLarge(size) ? tooLargeCodeowners(path, size) : parseCodeowners(text, path);
	return ok({
		codeowners,
		digest: digestText(text)
	});
}
/** What merging each commit that carries a review, or was head at a label event, would make of the objects. */
async function contentsByCommit(repository, facts, policy, head) {
	const contents = /* @__PURE__ */ new Map([["head", head]]);
	const headSha = facts.pullRequest?.head.sha;
	if (headSha) contents.set(headSha, head);
	for (const commit of standingCommits(facts)) {
		if (contents.has(commit)) continue;
		const changes = await compareRepository(repository, commit, policy);
		if (changes.ok) contents.set(commit, contentsOf(changes.value));
	}
	return contents;
}
function standingCommits(facts) {
	const commits = /* @__PURE__ */ new Set();
	const said = [...facts.reviews.map(({ commit }) => commit), ...facts.labelEvents.map((event) => event.commit ?? headAt(event, facts))];
	for (const commit of said) if (commit && commit !== "head") commits.add(commit);
	return [...commits];
}
function obstacleOf(problem) {
	switch (problem.code) {
		case "conflict": return problem;
		case "unknown-commit": return {
			code: "unreadable",
			text: `The commit ${problem.commit} is not in this repository. Fetch it and run again.`
		};
		case "unreadable": return problem;
		default: return problem;
	}
}

// src/cli/cli-failure.ts
/** Ends a command with sentences on standard error. Thrown for bad input, never for bugs. */
var CliFailure = class extends Error {
	exit;
	/** One sentence each. */
	lines;
	constructor(exit, lines) {
		super(lines.join("\n"));
		this.name = "CliFailure";
		this.exit = exit;
		this.lines = lines;
	}
};
/** Something named on the command line cannot be used: exit 2. */
function badInput(...lines) {
	return new CliFailure(2, lines);
}
/** The command line itself is wrong: exit 64, with the command's usage. */
function wrongUsage(line) {
	return new CliFailure(64, [line]);
}

// src/cli/command-line.ts
/** `--format`, the first being the default. */
function formatOption(formats) {
	return new Option("--format <format>", "how to print the result").choices(formats).default(formats[0]);
}
/** `--repo DIR`. */
function repoOption() {
	return new Option("--repo <dir>", "the git repository that revisions are of").default(".", "the current directory");
}
/** `--policy`, as often as wanted. */
function policyOption() {
	return new Option("--policy <policy>", "a policy file, or builtin:NAME; may be repeated (default: the policy of BASE, else builtin:recommended)").argParser((value, all) => [...all ?? [], value]);
}
/** `--no-merge`. */
function mergeOption() {
	return new Option("--no-merge", "compare the two revisions as they are, not BASE with the merge result");
}
/** `--output FILE`. */
function outputOption() {
	return new Option("--output <file>", "write the result to this file; its directory must exist");
}
/** `--now INSTANT`. */
function nowOption() {
	return new Option("--now <instant>", "decide as of this moment, such as 2026-11-22T10:00:00Z (default: that of --facts, else now)").argParser((text) => {
		const moment = parseInstant(text);
		if (moment !== void 0) return moment;
		throw new InvalidArgumentError("Write a moment with its zone, such as 2026-11-22T10:00:00Z.");
	});
}

// src/cli/exit-code.ts
/** The exit status of an outcome. Only an allow is 0. */
function exitCodeOf(outcome) {
	switch (outcome) {
		case "allow": return 0;
		case "hold":
		case "deny": return 1;
		case "error": return 2;
		default: return outcome;
	}
}
/** The exit status of what was wrong when reading: remarks of low severity leave everything readable. */
function exitCodeOfIssues(issues) {
	return issues.some(({ severity }) => severity !== "low") ? 1 : 0;
}

// src/adapters/files/read-version.ts
/** Larger files are not read, only digested. */
const MOST_BYTES$1 = 5242880;
const PIECE = 1048576;
/** What stands at a path on disk. `id` is the digest of the content, or of where a link leads. Throws the file system's errors. */
function readVersion(file, kind) {
	if (kind === "symlink") {
		const target = readlinkSync(file, "utf8");
		return {
			kind: "symlink",
			id: digest(Buffer.from(target)),
			target
		};
	}
	const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
	try {
		const status = fstatSync(descriptor);
		if (!status.isFile()) throw new FileFailure({
			code: "special-file",
			text: `${file} is no file any more.`
		});
		if (status.size > MOST_BYTES$1) return {
			kind: "too-large",
			id: digestPieces(descriptor),
			size: status.size
		};
		const bytes = readFileSync(descriptor);
		return {
			kind: "file",
			id: digest(bytes),
			bytes
		};
	} finally {
		closeSync(descriptor);
	}
}
function digest(bytes) {
	return bytesToHex(sha256(bytes));
}
function digestPieces(descriptor) {
	const hash = sha256.create();
	const piece = Buffer.alloc(PIECE);
	for (let size = readSync(descriptor, piece); size > 0; size = readSync(descriptor, piece)) hash.update(piece.subarray(0, size));
	return bytesToHex(hash.digest());
}

// src/adapters/files/walk-directory.ts
/**
* Every file and link below a directory, sorted; what is named `.git` is left out. Throws a {@link FileFailure} for sockets,
* devices and pipes and for names that are not UTF-8, and the file system's own errors.
*/
function walkDirectory(root) {
	const found = [];
	const open = [""];
	for (let folder = open.pop(); folder !== void 0; folder = open.pop()) {
		const entries = readdirSync(fileAt(root, folder), {
			withFileTypes: true,
			encoding: "buffer"
		});
		for (const entry of entries) {
			const name = decodeName(entry.name, folder);
			if (name === ".git") continue;
			const path = folder === "" ? name : `${folder}/${name}`;
			if (entry.isDirectory()) open.push(path);
			else found.push({
				path,
				kind: kindOf(entry, path)
			});
		}
	}
	return found.toSorted((a, b) => a.path < b.path ? -1 : 1);
}
/** Where a path of the tree is on disk. */
function fileAt(root, path) {
	return path === "" ? root : `${root}${sep$1}${sep$1 === "/" ? path : path.replaceAll("/", sep$1)}`;
}
function kindOf(entry, path) {
	if (entry.isFile()) return "file";
	if (entry.isSymbolicLink()) return "symlink";
	throw new FileFailure({
		code: "special-file",
		text: `${path} is a socket, a device or a pipe. Take it out of the directory.`
	});
}
function decodeName(bytes, folder) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		const shown = bytes.toString("latin1").replaceAll(/[^ -~]/g, "?");
		throw new FileFailure({
			code: "path-not-utf8",
			text: `The name ${shown} in ${folder === "" ? "the directory" : folder} is not UTF-8. Rename it.`
		});
	}
}

// src/adapters/files/directory-repository.ts
/**
* Two directories, compared as they are. They hold no commits: any commit is unknown. Files are read when they are asked
* for; `.git` is left out.
*/
function openDirectories(base, head) {
	for (const dir of [base, head]) {
		const problem = directoryProblem(dir);
		if (problem) return err(problem);
	}
	return ok(new DirectoryRepository(realpathSync(base), realpathSync(head)));
}
var DirectoryRepository = class {
	#base;
	#head;
	constructor(base, head) {
		this.#base = base;
		this.#head = head;
	}
	async readBase(path) {
		const found = findEntry$1(this.#base, path);
		return found && found.kind !== "directory" ? readVersion(found.file, found.kind) : null;
	}
	async readBaseFiles(paths) {
		const found = await Promise.all(paths.map(async (path) => [path, await this.readBase(path)]));
		return new Map(found.flatMap(([path, version]) => version ? [[path, version]] : []));
	}
	async listBase(directory) {
		const found = findEntry$1(this.#base, directory);
		if (found?.kind !== "directory") return [];
		return readdirSync(found.file, { withFileTypes: true }).filter((entry) => !entry.isDirectory() && entry.name !== ".git").map(({ name }) => directory === "" ? name : `${directory}/${name}`).toSorted(byText);
	}
	async listAllBase() {
		return walkDirectory(this.#base).map(({ path }) => path);
	}
	async changes(of, wanted) {
		if (of !== "head") return err({
			code: "unknown-commit",
			commit: of
		});
		try {
			return ok(compareDirectories$1(this.#base, this.#head, wanted));
		} catch (error) {
			return err({
				code: "unreadable",
				text: fileProblem(pathOf(error) ?? this.#head, error).text
			});
		}
	}
	async isAutomaticMerge() {
		return false;
	}
};
function compareDirectories$1(base, head, wanted) {
	const before = new Map(walkDirectory(base).map((entry) => [entry.path, entry]));
	const after = new Map(walkDirectory(head).map((entry) => [entry.path, entry]));
	const paths = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].toSorted(byText);
	const changed = [];
	for (const path of paths) {
		const [was, is] = [before.get(path), after.get(path)];
		const old = was ? readVersion(fileAt(base, path), was.kind) : null;
		const now = is ? readVersion(fileAt(head, path), is.kind) : null;
		if (old?.kind === now?.kind && old?.id === now?.id) continue;
		const content = wanted(path);
		changed.push({
			path,
			base: shown(old, content),
			head: shown(now, content)
		});
	}
	return changed;
}
function shown(version, content) {
	if (!version || content) return version;
	return version.kind === "file" || version.kind === "too-large" ? {
		kind: "unread",
		id: version.id
	} : version;
}
/** What stands at a path. No link is followed: a path that leads through one is that link. */
function findEntry$1(root, path) {
	const names = path === "" ? [] : path.split("/");
	if (names.some((name) => [
		"",
		".",
		"..",
		".git"
	].includes(name))) return null;
	for (let depth = 1; depth <= names.length; depth += 1) {
		const file = fileAt(root, names.slice(0, depth).join("/"));
		const status = lstatSync(file, { throwIfNoEntry: false });
		if (status?.isSymbolicLink()) return {
			file,
			kind: "symlink"
		};
		if (status?.isDirectory()) continue;
		return status?.isFile() && depth === names.length ? {
			file,
			kind: "file"
		} : null;
	}
	return {
		file: fileAt(root, path),
		kind: "directory"
	};
}
function directoryProblem(dir) {
	try {
		if (statSync(dir).isDirectory()) return null;
		return {
			code: "not-a-directory",
			text: `${dir} is no directory.`
		};
	} catch (error) {
		return fileProblem(dir, error);
	}
}
/** The path that an error of the file system names. */
function pathOf(error) {
	return error instanceof Error && "path" in error && typeof error.path === "string" ? error.path : null;
}
function byText(a, b) {
	return a < b ? -1 : Number(a > b);
}

// src/adapters/git/git-environment.ts
/** What git may know of the machine: where programs, certificates and proxies are, and nothing of a surrounding hook. */
const INHERITED = [
	"PATH",
	"HOME",
	"USERPROFILE",
	"SystemRoot",
	"TMPDIR",
	"TEMP",
	"TMP",
	"XDG_CONFIG_HOME",
	"SSH_AUTH_SOCK",
	"SSL_CERT_FILE",
	"SSL_CERT_DIR",
	"GIT_SSL_CAINFO",
	"http_proxy",
	"https_proxy",
	"HTTPS_PROXY",
	"all_proxy",
	"ALL_PROXY",
	"no_proxy",
	"NO_PROXY"
];
const QUIET = {
	LC_ALL: "C",
	GIT_TERMINAL_PROMPT: "0",
	GIT_OPTIONAL_LOCKS: "0",
	GIT_NO_REPLACE_OBJECTS: "1",
	GIT_LITERAL_PATHSPECS: "1",
	GIT_ATTR_NOSYSTEM: "1",
	GIT_ASKPASS: "",
	SSH_ASKPASS: "",
	GCM_INTERACTIVE: "never"
};
/**
* For looking into somebody's repository: its owner's configuration counts, since git asks there whether the
* directory is trusted (`safe.directory`).
*/
function visitorEnvironment() {
	return {
		...inherited(),
		...QUIET
	};
}
/** For work in a git directory of our own: no configuration but what is given here. */
function isolatedEnvironment(gitDir, settings = []) {
	const environment = {
		...inherited(),
		...QUIET,
		GIT_DIR: gitDir,
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_CONFIG_GLOBAL: "/dev/null",
		GIT_CONFIG_COUNT: String(settings.length)
	};
	for (const [index, [key, value]] of settings.entries()) {
		environment[`GIT_CONFIG_KEY_${String(index)}`] = key;
		environment[`GIT_CONFIG_VALUE_${String(index)}`] = value;
	}
	return environment;
}
function inherited() {
	const environment = {};
	for (const name of INHERITED) {
		const value = process.env[name];
		if (value !== void 0) environment[name] = value;
	}
	return environment;
}

// src/adapters/git/git-problem.ts
init_child_process_deferred();
/** A {@link GitProblem} on its way through code that has no other way to report it. */
var GitFailure = class extends Error {
	problem;
	constructor(problem) {
		super(problem.text);
		this.name = "GitFailure";
		this.problem = problem;
	}
};
/** A failure to be thrown. */
function gitFailure(code, text) {
	return new GitFailure({
		code,
		text
	});
}

// src/adapters/git/run-git.ts
/** Settings that hold in every call, whatever a configuration file says: nothing of a repository is executed. */
const SAFE_SETTINGS = [
	"-c",
	"core.fsmonitor=false",
	"-c",
	"core.hooksPath=/dev/null",
	"-c",
	"protocol.ext.allow=never",
	"-c",
	"core.warnAmbiguousRefs=true",
	"-c",
	"gc.auto=0",
	"-c",
	"maintenance.auto=false"
];
const LOCAL_TIMEOUT = 12e4;
const MOST_OUTPUT = 268435456;
const GRACE = 2e3;
/**
* Runs git without a shell and gives its exit status and output. Rejects with a {@link GitFailure} when git is not there,
* does not end in time, is ended by a signal or says more than 256 MiB.
*/
function runGit(args, options) {
	const timeout = options.timeout ?? LOCAL_TIMEOUT;
	return new Promise((resolve, reject) => {
		const child = spawn("git", [...SAFE_SETTINGS, ...args], {
			env: options.environment,
			stdio: [
				"pipe",
				"pipe",
				"pipe"
			],
			windowsHide: true,
			detached: hasOwnGroup(options)
		});
		const output = new Collected();
		const errors = new Collected();
		let ended = null;
		const end = (why) => {
			ended ??= why;
			kill(child, "SIGTERM", hasOwnGroup(options));
			setTimeout(() => {
				kill(child, "SIGKILL", hasOwnGroup(options));
			}, GRACE).unref();
		};
		const timer = setTimeout(() => {
			end("timeout");
		}, timeout);
		child.stdout.on("data", (chunk) => {
			if (output.add(chunk) > MOST_OUTPUT) end("too-much");
		});
		child.stderr.on("data", (chunk) => {
			if (errors.length < 65536) errors.add(chunk);
		});
		child.stdin.on("error", () => {});
		child.on("error", (error) => {
			clearTimeout(timer);
			reject(startFailure(error));
		});
		child.on("close", (exit, signal) => {
			clearTimeout(timer);
			if (ended === null && exit !== null) resolve({
				exit,
				stdout: output.bytes(),
				stderr: errors.bytes().toString("utf8")
			});
			else reject(endFailure(args, ended, timeout, signal));
		});
		child.stdin.end(options.input ?? "");
	});
}
/** Only git that talks to a server: what runs here shall end with us when the terminal is interrupted. */
function hasOwnGroup(options) {
	return options.timeout !== void 0 && process.platform !== "win32";
}
function kill(child, signal, group) {
	if (!group || child.pid === void 0) {
		child.kill(signal);
		return;
	}
	try {
		process.kill(-child.pid, signal);
	} catch {}
}
/** The failure to start git. */
function startFailure(error) {
	if (error.code === "ENOENT") return gitFailure("git-missing", "There is no git on the PATH. Install git 2.38 or newer.");
	return gitFailure("git-failed", `Cannot start git: ${error.message}`);
}
var Collected = class {
	#chunks = [];
	length = 0;
	add(chunk) {
		this.#chunks.push(chunk);
		this.length += chunk.length;
		return this.length;
	}
	bytes() {
		return Buffer.concat(this.#chunks, this.length);
	}
};
function endFailure(args, ended, timeout, signal) {
	const command = `git ${args.find((word) => /^[a-z][a-z-]+$/.test(word)) ?? ""}`.trim();
	if (ended === "timeout") return gitFailure("git-timeout", `${command} did not end within ${String(timeout / 1e3)} s.`);
	if (ended === "too-much") return gitFailure("git-failed", `${command} answered more than 256 MiB; that is not read.`);
	return gitFailure("git-failed", `${command} was ended by ${signal ?? "a signal"}.`);
}

// src/adapters/git/default-base.ts
/** Where a merge would go when nobody says: what `origin` calls its head, else `main`. */
const CANDIDATES = [
	"refs/remotes/origin/HEAD",
	"refs/heads/main",
	"refs/remotes/origin/main"
];
/** The full name of the ref that a repository merges into by default. */
async function defaultBase(dir) {
	for (const ref of CANDIDATES) if ((await runGit([
		"-C",
		dir,
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		ref
	], { environment: visitorEnvironment() })).exit === 0) return ok(ref);
	return err({
		code: "unknown-revision",
		text: `${dir} has neither origin/HEAD nor main, so what a merge would go into is not known. Name BASE.`
	});
}

// src/adapters/git/locate-repository.ts
/**
* The repository that a directory is or belongs to: bare, a worktree, a submodule, or any folder inside.
* Rejects only when git cannot be run.
*/
async function locateRepository(dir) {
	const answer = await runGit([
		"-C",
		dir,
		"rev-parse",
		"--path-format=absolute",
		"--show-object-format",
		"--git-path",
		"objects",
		"--git-path",
		"shallow"
	], { environment: visitorEnvironment() });
	if (answer.exit !== 0) return err(locationProblem(dir, answer.stderr));
	const [format, objects, shallowFile] = splitAnswer(answer.stdout.toString("utf8"));
	if (format !== "sha1") return err({
		code: "object-format",
		text: `${dir} has ${format} object ids; Drawbridge reads repositories with SHA-1 ids.`
	});
	return ok({
		dir,
		objects,
		shallow: readShallow(shallowFile)
	});
}
/** The format, then two paths in one directory: they hold equally many line breaks, normally none. */
function splitAnswer(text) {
	const lines = text.replace(/\n$/, "").split("\n");
	const middle = 1 + (lines.length - 1) / 2;
	return [
		lines[0] ?? "",
		lines.slice(1, middle).join("\n"),
		lines.slice(middle).join("\n")
	];
}
function readShallow(file) {
	if (!existsSync(file)) return /* @__PURE__ */ new Set();
	return new Set(readFileSync(file, "utf8").split("\n").filter((line) => line !== ""));
}
function locationProblem(dir, stderr) {
	if (stderr.includes("dubious ownership")) return {
		code: "repository-not-trusted",
		text: `Git does not trust ${dir}: it belongs to another user. Run: git config --global --add safe.directory ${dir}`
	};
	if (/not a git repository|cannot change to/.test(stderr)) return {
		code: "not-a-repository",
		text: `${dir} is no git repository. Name one with --repo, or compare two directories.`
	};
	return {
		code: "git-failed",
		text: `Cannot open the repository ${dir}: ${firstLine(stderr)}`
	};
}
/** What git says, in one line. */
function firstLine(stderr) {
	const lines = stderr.split("\n").filter((line) => line.trim() !== "");
	return (lines.find((candidate) => /^(?:fatal|error):/.test(candidate)) ?? lines[0] ?? "git said nothing").replace(/^(?:fatal|error): /, "");
}

// src/adapters/git/tree-entry.ts
const SYMLINK = "120000";
const SUBMODULE = "160000";
const DIRECTORY = "40000";
/** The entries of a tree object, in git's order. */
function parseTree(bytes) {
	const entries = [];
	let at = 0;
	while (at < bytes.length) {
		const space = bytes.indexOf(32, at);
		const end = bytes.indexOf(0, space);
		entries.push({
			mode: bytes.toString("latin1", at, space),
			name: bytes.subarray(space + 1, end),
			oid: bytes.toString("hex", end + 1, end + 21)
		});
		at = end + 21;
	}
	return entries;
}
/** What stands at a path, by git's mode: six digits in a diff, `40000` for a directory in a tree. */
function entryKind(mode) {
	if (mode === SYMLINK) return "symlink";
	if (mode === SUBMODULE) return "submodule";
	return mode.endsWith(DIRECTORY) ? "directory" : "file";
}

// src/adapters/git/diff-trees.ts
const ABSENT = "000000";
/**
* The paths whose content, kind or existence differs, sorted. A file that only becomes executable has not changed.
* Rejects with a {@link GitFailure} when a tree cannot be read or a path is not UTF-8.
*/
async function diffTrees(store, base, head, options) {
	const answer = await store.run([
		"diff-tree",
		"-r",
		"-z",
		"--raw",
		"--no-abbrev",
		"--no-renames",
		"--no-ext-diff",
		"--no-textconv",
		base,
		head
	], options);
	if (answer.exit !== 0) throw gitFailure("git-failed", `Cannot compare the trees ${base} and ${head}: ${firstLine(answer.stderr)}`);
	return parseRawDiff(answer.stdout).toSorted((a, b) => a.path < b.path ? -1 : 1);
}
/** Reads `git diff-tree -z --raw`: a header and a path, each ended by NUL. */
function parseRawDiff(bytes) {
	const entries = [];
	let at = 0;
	while (at < bytes.length) {
		const headerEnd = bytes.indexOf(0, at);
		const pathEnd = bytes.indexOf(0, headerEnd + 1);
		if (headerEnd < 0 || pathEnd <= headerEnd) throw unknownForm();
		const [oldMode, newMode, oldOid, newOid] = bytes.toString("latin1", at + 1, headerEnd).split(" ");
		const base = side(oldMode, oldOid);
		const head = side(newMode, newOid);
		if (!isSame(base, head)) entries.push({
			path: decodePath(bytes.subarray(headerEnd + 1, pathEnd)),
			base,
			head
		});
		at = pathEnd + 1;
	}
	return entries;
}
/** A path as text; rejects one that is not UTF-8, since two of those could look alike. */
function decodePath(bytes) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		const shown = Buffer.from(bytes).toString("latin1").replaceAll(/[^ -~]/g, escapeByte);
		throw gitFailure("path-not-utf8", `The path ${shown} is not UTF-8. Rename it and run again.`);
	}
}
function side(mode, oid) {
	if (mode === void 0 || oid === void 0) throw unknownForm();
	if (mode === ABSENT) return null;
	const kind = entryKind(mode);
	if (kind === "directory") throw unknownForm();
	return {
		kind,
		oid
	};
}
function unknownForm() {
	return gitFailure("git-failed", "git diff-tree answered in an unknown form.");
}
function isSame(base, head) {
	return base?.kind === head?.kind && base?.oid === head?.oid;
}
function escapeByte(character) {
	return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}

// src/adapters/git/read-entries.ts
/** Larger files are not read. */
const MOST_BYTES = 5242880;
/** Both sides of every entry; content only of wanted paths, and where links lead. */
async function readEntries(access, entries, wanted) {
	const isWanted = new Map(entries.map((entry) => [entry.path, wanted(entry.path)]));
	const needed = entries.flatMap(({ path, base, head }) => [base, head].flatMap((side) => side && needsContent(side, isWanted.get(path) ?? false) ? [side.oid] : []));
	await access.prefetch([...new Set(needed)]);
	return Promise.all(entries.map(async ({ path, base, head }) => {
		const content = isWanted.get(path) ?? false;
		const [baseVersion, headVersion] = await Promise.all([base && readSide(access, base, content), head && readSide(access, head, content)]);
		return {
			path,
			base: baseVersion,
			head: headVersion
		};
	}));
}
/**
* One side as the port has it. Content that is not in the repository is `unread`. Prefetch before: this does not fetch.
*/
async function readSide(access, side, content) {
	const id = side.oid;
	if (side.kind === "submodule") return {
		kind: "submodule",
		id
	};
	if (!needsContent(side, content)) return {
		kind: "unread",
		id
	};
	const info = await access.info(id);
	if (info && info.size > MOST_BYTES) return {
		kind: "too-large",
		id,
		size: info.size
	};
	const object = info && await access.read(id);
	if (side.kind === "symlink") return {
		kind: "symlink",
		id,
		target: object?.bytes.toString("utf8") ?? ""
	};
	return object?.type === "blob" ? {
		kind: "file",
		id,
		bytes: object.bytes
	} : {
		kind: "unread",
		id
	};
}
function needsContent(side, content) {
	return side.kind === "symlink" || side.kind === "file" && content;
}

// src/adapters/git/base-tree.ts
/** The tree of a commit, read directory by directory as it is asked for. */
function baseTree(access, commit) {
	const trees = /* @__PURE__ */ new Map();
	const entriesOf = (oid) => {
		const known = trees.get(oid) ?? readTree(access, oid);
		trees.set(oid, known);
		return known;
	};
	const root = rootTree(access, commit);
	root.catch(() => {});
	const find = async (path) => findEntry(await root, path, entriesOf);
	const readAll = async (paths) => {
		const sides = /* @__PURE__ */ new Map();
		for (const path of paths) {
			const entry = await find(path);
			const kind = entry && entryKind(entry.mode);
			if (entry && kind && kind !== "directory") sides.set(path, {
				kind,
				oid: entry.oid
			});
		}
		await access.prefetch([...sides.values()].map(({ oid }) => oid));
		const versions = [...sides].map(async ([path, side]) => [path, await readSide(access, side, true)]);
		return new Map(await Promise.all(versions));
	};
	return {
		read: async (path) => (await readAll([path])).get(path) ?? null,
		readAll,
		list: async (directory) => {
			const entry = await find(directory);
			if (!entry || entryKind(entry.mode) !== "directory") return [];
			return (await entriesOf(entry.oid)).filter(({ mode }) => entryKind(mode) !== "directory").map(({ name }) => (directory === "" ? "" : `${directory}/`) + decodePath(name)).toSorted((a, b) => a < b ? -1 : 1);
		}
	};
}
async function rootTree(access, commit) {
	const object = await access.read(commit);
	const tree = /^tree ([0-9a-f]{40})\n/.exec(object?.bytes.toString("latin1", 0, 64) ?? "")?.[1];
	if (tree === void 0) throw gitFailure("object-missing", `The commit ${commit} cannot be read.`);
	return {
		name: Buffer.alloc(0),
		mode: "40000",
		oid: tree
	};
}
async function findEntry(root, path, entriesOf) {
	let entry = root;
	for (const name of path === "" ? [] : path.split("/")) {
		const kind = entryKind(entry.mode);
		if (kind === "symlink") return entry;
		if (kind !== "directory") return null;
		const wanted = Buffer.from(name);
		const next = (await entriesOf(entry.oid)).find((candidate) => candidate.name.equals(wanted));
		if (!next) return null;
		entry = next;
	}
	return entry;
}
async function readTree(access, oid) {
	const object = await access.read(oid) ?? await fetchTree(access, oid);
	if (object?.type === "tree") return parseTree(object.bytes);
	throw gitFailure("object-missing", `The directory ${oid} is missing from ${access.store.location.dir}. Fetch the whole commit and run again.`);
}
async function fetchTree(access, oid) {
	await access.prefetch([oid]);
	return access.read(oid);
}

// src/adapters/git/list-tree.ts
/** The paths of all files of a commit, sorted. Rejects with a {@link GitFailure} when its trees cannot be read. */
async function listTree(access, commit) {
	const answer = await access.store.run([
		"ls-tree",
		"-r",
		"-z",
		"--name-only",
		"--full-tree",
		commit
	], await access.fetching());
	if (answer.exit !== 0) throw gitFailure("git-failed", `Cannot list the files of ${commit}: ${firstLine(answer.stderr)}`);
	return splitAtNul(answer.stdout).map(decodePath).toSorted((a, b) => a < b ? -1 : 1);
}
function splitAtNul(bytes) {
	const parts = [];
	for (let start = 0, end = bytes.indexOf(0); end !== -1; start = end + 1, end = bytes.indexOf(0, start)) parts.push(bytes.subarray(start, end));
	return parts;
}

// src/adapters/git/merge-trees.ts
/**
* The tree that merging a commit into another gives, with git's own merge and no configuration. Rejects with a
* {@link GitFailure} when git cannot be run.
*/
async function mergeTrees(store, base, head, options) {
	const gap = await historyGap(store, base, head);
	if (gap !== null) return err({
		code: "unreadable",
		text: gap
	});
	const answer = await store.run([
		"merge-tree",
		"--write-tree",
		"-z",
		"--name-only",
		"--no-messages",
		base,
		head
	], options);
	const [tree = "", ...paths] = splitNul(answer.stdout);
	if (answer.exit === 0 && /^[0-9a-f]{40}$/.test(tree)) return ok(tree);
	if (answer.exit === 1 && /^[0-9a-f]{40}$/.test(tree)) return err({
		code: "conflict",
		paths: paths.toSorted()
	});
	return err({
		code: "unreadable",
		text: mergeProblem(store, base, head, answer.exit, answer.stderr)
	});
}
/**
* In a shallow clone a merge may be worked out from the wrong ancestor. It is right when every commit that only one
* side has is there with its parents.
*/
async function historyGap(store, base, head) {
	const { shallow, dir } = store.location;
	if (shallow.size === 0) return null;
	const answer = await store.run(["rev-list", `${base}...${head}`]);
	if (answer.exit !== 0) return `Cannot read the history of ${dir}: ${firstLine(answer.stderr)}`;
	const cut = answer.stdout.toString("latin1").split("\n").find((sha) => shallow.has(sha));
	if (cut === void 0) return null;
	return `${dir} is a shallow clone that ends at ${cut}, so the merge cannot be worked out. ${FETCH_ALL}`;
}
const FETCH_ALL = "Fetch the whole history (git fetch --unshallow, or fetch-depth: 0 of actions/checkout).";
function mergeProblem(store, base, head, exit, stderr) {
	const what = `Cannot merge ${head} into ${base}`;
	if (/refusing to merge unrelated histories/.test(stderr)) return `${what}: they share no commit. ${store.location.shallow.size > 0 ? FETCH_ALL : "Name a base that HEAD was branched from."}`;
	if (exit === 129 || /not a (?:git command|valid object name: --write-tree)|usage: git merge-tree/.test(stderr)) return `${what}: this git has no merge-tree --write-tree. Install git 2.38 or newer.`;
	return `${what}: ${firstLine(stderr)}`;
}
function splitNul(bytes) {
	const parts = [];
	for (let at = 0; at < bytes.length;) {
		const end = bytes.indexOf(0, at);
		const stop = end < 0 ? bytes.length : end;
		parts.push(decodePath(bytes.subarray(at, stop)));
		at = stop + 1;
	}
	return parts;
}

// src/adapters/git/object-reader.ts
init_child_process_deferred();
/** A reader on a git directory. It never fetches what is missing. */
function createObjectReader(gitDir) {
	return new CatFile(gitDir);
}
const LINE_BREAK = 10;
var CatFile = class {
	#gitDir;
	#child = null;
	#open = [];
	#next = 0;
	#chunks = [];
	#length = 0;
	#needed = 1;
	#stderr = "";
	constructor(gitDir) {
		this.#gitDir = gitDir;
	}
	info(name) {
		return this.#ask("info", name);
	}
	read(name) {
		return this.#ask("contents", name);
	}
	close() {
		this.#child?.stdin.end();
		this.#child?.kill();
		this.#child = null;
	}
	#ask(command, name) {
		if (!/^[0-9a-f]{40}(?:\^\{commit\})?$/.test(name)) throw new TypeError(`not an object id: ${name}`);
		return new Promise((answer, fail) => {
			this.#child ??= this.#start();
			this.#open.push({
				withContent: command === "contents",
				answer,
				fail
			});
			this.#child.stdin.write(`${command} ${name}\n`);
		});
	}
	#start() {
		const child = spawn("git", [
			...SAFE_SETTINGS,
			"cat-file",
			"--batch-command"
		], {
			env: isolatedEnvironment(this.#gitDir),
			windowsHide: true
		});
		child.stdin.on("error", () => {});
		child.stdout.on("data", (chunk) => {
			this.#receive(chunk);
		});
		child.stderr.on("data", (chunk) => {
			this.#stderr = (this.#stderr + chunk.toString("utf8")).slice(0, 4096);
		});
		child.on("error", (error) => {
			this.#failAll(startFailure(error));
		});
		child.on("close", (exit) => {
			if (this.#child === child) this.#child = null;
			this.#failAll(closeFailure(exit, this.#stderr));
		});
		return child;
	}
	#failAll(failure) {
		const open = this.#open.slice(this.#next);
		this.#open = [];
		this.#next = 0;
		for (const question of open) question.fail(failure);
	}
	#receive(chunk) {
		this.#chunks.push(chunk);
		this.#length += chunk.length;
		if (this.#length < this.#needed) return;
		let rest = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks, this.#length);
		for (let used = this.#answerFirst(rest); used > 0; used = this.#answerFirst(rest)) rest = rest.subarray(used);
		this.#chunks = [rest];
		this.#length = rest.length;
	}
	/** Answers one question; gives the bytes used, 0 when more have to come. */
	#answerFirst(bytes) {
		const question = this.#open[this.#next];
		const end = bytes.indexOf(LINE_BREAK);
		if (!question || end < 0) {
			this.#needed = bytes.length + 1;
			return 0;
		}
		const info = parseHeader(bytes.toString("latin1", 0, end));
		const content = end + 1;
		const used = info && question.withContent ? content + info.size + 1 : content;
		if (bytes.length < used) {
			this.#needed = used;
			return 0;
		}
		this.#needed = 1;
		this.#advance();
		question.answer(info && {
			...info,
			bytes: contentOf(bytes, content, info, question.withContent)
		});
		return used;
	}
	#advance() {
		this.#next += 1;
		if (this.#next < 1024 && this.#next < this.#open.length) return;
		this.#open = this.#open.slice(this.#next);
		this.#next = 0;
	}
};
function parseHeader(line) {
	const form = /^([0-9a-f]{40}) (blob|tree|commit|tag) (\d+)$/.exec(line);
	if (!form) return null;
	return {
		oid: form[1] ?? "",
		type: form[2] ?? "",
		size: Number(form[3])
	};
}
/** A copy: a slice would keep the whole answer alive. */
function contentOf(bytes, start, info, withContent) {
	return withContent ? Buffer.from(bytes.subarray(start, start + info.size)) : Buffer.alloc(0);
}
function closeFailure(exit, stderr) {
	if (exit === 129 || /unknown option/.test(stderr)) return gitFailure("git-too-old", "This git cannot read objects in batches. Install git 2.38 or newer.");
	return gitFailure("git-failed", `git stopped while objects were read: ${firstLine(stderr)}`);
}

// src/adapters/git/object-store.ts
/** Makes a store in the system's directory for temporary files; it goes away with `remove`, at the latest with the process. */
function createObjectStore(location) {
	const gitDir = mkdtempSync(join$2(tmpdir(), `drawbridge-git-${String(process.pid)}-`));
	for (const folder of [
		"refs",
		"objects",
		"objects/info",
		"objects/pack"
	]) mkdirSync(join$2(gitDir, folder));
	writeFileSync(join$2(gitDir, "HEAD"), "ref: refs/heads/none\n");
	writeFileSync(join$2(gitDir, "config"), "[core]\n	repositoryformatversion = 0\n	bare = true\n");
	writeFileSync(join$2(gitDir, "objects", "info", "alternates"), `${quotePath(location.objects)}\n`);
	if (location.shallow.size > 0) writeFileSync(join$2(gitDir, "shallow"), [...location.shallow].map((sha) => `${sha}\n`).join(""));
	removeAtExit(gitDir);
	return {
		location,
		gitDir,
		run: (args, { settings, ...options } = {}) => runGit(args, {
			...options,
			environment: isolatedEnvironment(gitDir, settings)
		}),
		remove: () => {
			remove(gitDir);
		}
	};
}
const standing = /* @__PURE__ */ new Set();
function removeAtExit(gitDir) {
	if (standing.size === 0) process.once("exit", removeStanding);
	standing.add(gitDir);
}
function remove(gitDir) {
	rmSync(gitDir, {
		recursive: true,
		force: true
	});
	standing.delete(gitDir);
	if (standing.size === 0) process.off("exit", removeStanding);
}
function removeStanding() {
	for (const gitDir of standing) remove(gitDir);
}
/** In double quotes git reads a path with any character in it. */
function quotePath(path) {
	return `"${path.replaceAll("\\", "\\\\").replaceAll("\"", "\\\"").replaceAll("\n", "\\n")}"`;
}

// src/adapters/git/promisor-remote.ts
const REACHING = "^(remote\\..*\\.(url|promisor|partialclonefilter|proxy)|http\\..*|url\\..*)$";
/** These name programs: they count when the user or the machine sets them, not when the repository does. */
const NAMING_PROGRAMS = "^(credential\\..*|core\\.sshcommand)$";
const FETCH_TIMEOUT = 3e5;
/**
* The remote of a partial clone, null when the repository is complete. Only what is needed to reach it is taken from
* the user's configuration; `credentials` come on top.
*/
async function findPromisorRemote(location, credentials) {
	if (!hasPromisorPack(location.objects)) return null;
	const settings = parseSettings((await runGit([
		"-C",
		location.dir,
		"config",
		"--null",
		"--show-scope",
		"--get-regexp",
		`${REACHING}|${NAMING_PROGRAMS}`
	], { environment: visitorEnvironment() })).stdout.toString("utf8"));
	const promisor = settings.find(([key, value]) => /^remote\..*\.promisor$/.test(key) && value !== "false");
	if (!promisor) return null;
	return {
		name: promisor[0].replace(/^remote\./, "").replace(/\.promisor$/, ""),
		settings: [
			...settings,
			...credentials,
			["fetch.negotiationAlgorithm", "noop"]
		]
	};
}
/** Fetches objects in one request. Rejects with a {@link GitFailure} when the remote does not give them. */
async function fetchObjects(store, remote, oids) {
	const answer = await store.run([
		"fetch",
		remote.name,
		"--quiet",
		"--no-tags",
		"--no-write-fetch-head",
		"--recurse-submodules=no",
		"--filter=blob:none",
		"--stdin"
	], {
		settings: remote.settings,
		input: oids.map((oid) => `${oid}\n`).join(""),
		timeout: FETCH_TIMEOUT
	});
	if (answer.exit === 0) return;
	throw gitFailure("object-missing", `Cannot fetch ${String(oids.length)} missing objects from the remote ${remote.name} of ${store.location.dir}: ${firstLine(answer.stderr)}`);
}
function hasPromisorPack(objects) {
	try {
		return readdirSync(join$2(objects, "pack")).some((name) => name.endsWith(".promisor"));
	} catch {
		return false;
	}
}
/** `scope NUL key LF value NUL`; a key without value is true. */
function parseSettings(text) {
	const words = text.split("\0");
	const settings = [];
	for (let at = 0; at + 1 < words.length; at += 2) {
		const entry = words[at + 1] ?? "";
		const split = entry.indexOf("\n");
		const key = split < 0 ? entry : entry.slice(0, split);
		if ((words[at] === "local" || words[at] === "worktree") && new RegExp(NAMING_PROGRAMS, "i").test(key)) continue;
		settings.push([key, split < 0 ? "true" : entry.slice(split + 1)]);
	}
	return settings;
}

// src/adapters/git/object-access.ts
/** Reads from a store, and fetches from the remote that promised the rest. */
function objectAccess(store, reader, credentials) {
	let found = null;
	const remote = () => found ??= findPromisorRemote(store.location, credentials);
	return {
		store,
		info: (name) => reader.info(name),
		read: (name) => reader.read(name),
		prefetch: async (oids) => {
			const known = await remote();
			if (!known) return;
			const present = await Promise.all(oids.map((oid) => reader.info(oid)));
			const missing = oids.filter((_, index) => !present[index]);
			if (missing.length > 0) await fetchObjects(store, known, missing);
		},
		fetching: async () => ({ settings: (await remote())?.settings ?? [] }),
		close: () => {
			reader.close();
			store.remove();
		}
	};
}

// src/adapters/git/resolve-revision.ts
/**
* The object id that a revision names in a repository (a branch, a tag, `HEAD~2`, an id). It may be a tag's; whether it is
* there is not asked. A name that several refs share is refused: git would take the tag.
*/
async function resolveRevision(dir, revision) {
	const given = parseSha(revision);
	if (given !== void 0) return ok(given);
	const answer = await runGit([
		"-C",
		dir,
		"rev-parse",
		"--verify",
		"--end-of-options",
		revision
	], { environment: visitorEnvironment() });
	if (/refname .* is ambiguous/.test(answer.stderr)) return err({
		code: "ambiguous-revision",
		text: `"${revision}" names more than one ref in ${dir}: write it in full, such as refs/heads/${revision}.`
	});
	const sha = parseSha(answer.stdout.toString("latin1").trim());
	return answer.exit === 0 && sha !== void 0 ? ok(sha) : err(await unknownRevision(dir, revision));
}
async function unknownRevision(dir, revision) {
	const commits = await runGit([
		"-C",
		dir,
		"rev-list",
		"--all",
		"--max-count=1"
	], { environment: visitorEnvironment() });
	return {
		code: "unknown-revision",
		text: commits.exit === 0 && commits.stdout.length === 0 ? `There is no commit in ${dir} yet, so "${revision}" names none.` : `There is no commit "${revision}" in ${dir}: fetch it, or correct the name.`
	};
}

// src/adapters/git/git-repository.ts
/**
* Opens the repository that `dir` is or belongs to. The repository is not written to, and nothing that it or its
* configuration names is executed. What cannot be resolved is an error with a sentence.
*/
async function openGitRepository(dir, base, head, options) {
	try {
		const [location, baseId, headId] = await Promise.all([
			locateRepository(dir),
			resolveRevision(dir, base),
			resolveRevision(dir, head)
		]);
		if (!location.ok) return location;
		if (!baseId.ok) return baseId;
		if (!headId.ok) return headId;
		const store = createObjectStore(location.value);
		return await openCommits(objectAccess(store, createObjectReader(store.gitDir), options.credentials ?? []), {
			base,
			head,
			baseId: baseId.value,
			headId: headId.value
		}, options.merge);
	} catch (error) {
		if (error instanceof GitFailure) return err(error.problem);
		throw error;
	}
}
async function openCommits(access, revisions, merge) {
	try {
		const base = await commitOf(access, revisions.base, revisions.baseId);
		const head = await commitOf(access, revisions.head, revisions.headId);
		return ok(new ObjectRepository(access, base, head, merge));
	} catch (error) {
		access.close();
		throw error;
	}
}
/** The commit behind an id, which may be a tag's. */
async function commitOf(access, revision, id) {
	const sha = parseSha((await access.info(`${id}^{commit}`))?.oid ?? "");
	if (sha !== void 0) return sha;
	const dir = access.store.location.dir;
	throw gitFailure("unknown-revision", await access.info(id) ? `"${revision}" names no commit in ${dir}; a branch, a tag or a commit id does.` : `There is no commit "${revision}" in ${dir}: fetch it and run again.`);
}
var ObjectRepository = class {
	base;
	head;
	#access;
	#merge;
	#tree;
	constructor(access, base, head, merge) {
		this.base = base;
		this.head = head;
		this.#access = access;
		this.#merge = merge;
		this.#tree = baseTree(access, base);
	}
	readBase(path) {
		return this.#tree.read(path);
	}
	readBaseFiles(paths) {
		return this.#tree.readAll(paths);
	}
	listBase(directory) {
		return this.#tree.list(directory);
	}
	listAllBase() {
		return listTree(this.#access, this.base);
	}
	async changes(of, wanted) {
		try {
			const commit = of === "head" ? this.head : of;
			if ((await this.#access.info(commit))?.type !== "commit") return err({
				code: "unknown-commit",
				commit
			});
			const merged = await this.#treeOf(commit);
			if (!merged.ok) return merged;
			const entries = await diffTrees(this.#access.store, `${this.base}^{tree}`, merged.value, await this.#access.fetching());
			return ok(await readEntries(this.#access, entries, wanted));
		} catch (error) {
			if (error instanceof GitFailure) return err({
				code: "unreadable",
				text: error.problem.text
			});
			throw error;
		}
	}
	async isAutomaticMerge(commit) {
		const object = await this.#access.read(commit);
		if (object?.type !== "commit") return false;
		const { tree, parents } = parseCommit(object.bytes);
		const [first, second] = parents;
		if (first === void 0 || second === void 0 || parents.length > 2) return false;
		if (!await this.#access.info(first) || !await this.#access.info(second)) return false;
		const merged = await mergeTrees(this.#access.store, first, second, await this.#access.fetching());
		return merged.ok && merged.value === tree;
	}
	async parentsOf(commit) {
		const object = await this.#access.read(commit);
		if (object?.type !== "commit") return [];
		return parseCommit(object.bytes).parents.flatMap((parent) => parseSha(parent) ?? []);
	}
	close() {
		this.#access.close();
	}
	async #treeOf(commit) {
		if (!this.#merge) return ok(`${commit}^{tree}`);
		return mergeTrees(this.#access.store, this.base, commit, await this.#access.fetching());
	}
};
/** The tree and the parents that a commit object names. */
function parseCommit(bytes) {
	const end = bytes.indexOf("\n\n");
	const lines = bytes.toString("latin1", 0, end < 0 ? bytes.length : end).split("\n");
	const values = (key) => lines.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
	return {
		tree: values("tree")[0] ?? "",
		parents: values("parent")
	};
}

// src/cli/open-comparison.ts
/** Opens what a command line names: two directories, or two revisions of a repository. Throws a {@link CliFailure}. */
async function openComparison(options) {
	const { base, head } = options;
	const directories = [base, head].filter((name) => name !== void 0 && isDirectory(name));
	if (base !== void 0 && head !== void 0 && directories.length === 2) {
		if (await areRevisionsToo(base, head, options.repo)) throw wrongUsage(`${base} and ${head} are directories and revisions. Write ./${base} ./${head} for the directories, or refs/heads/${base} refs/heads/${head}.`);
		return compareDirectories(base, head);
	}
	return compareRevisions(options, directories[0]);
}
/** Branches are named like the folders of environments in some repositories. Only bare names can be both. */
async function areRevisionsToo(base, head, repo) {
	if (![base, head].every((name) => /^\w[\w-]*$/.test(name))) return false;
	return (await Promise.all([isRevision(base, repo), isRevision(head, repo)])).every((is) => is);
}
async function isRevision(name, repo) {
	try {
		return (await resolveRevision(repo, name)).ok;
	} catch (error) {
		if (error instanceof GitFailure) return false;
		throw error;
	}
}
function compareDirectories(base, head) {
	const opened = openDirectories(base, head);
	if (!opened.ok) throw badInput(opened.error.text);
	return {
		repository: opened.value,
		head: null,
		close: () => {}
	};
}
/** A revision may be named like a directory; it is only a mistake when there is no such revision. */
async function compareRevisions(options, directory) {
	const { base, head = "HEAD", repo, merge } = options;
	const target = base ?? await targetOf(repo);
	const opened = await openGitRepository(repo, target, head, { merge });
	if (opened.ok) {
		const repository = opened.value;
		return {
			repository,
			head: repository.head,
			close: () => {
				repository.close();
			}
		};
	}
	if (directory !== void 0) throw await oneDirectory(directory, options);
	const isName = opened.error.code === "unknown-revision" && base !== void 0;
	throw badInput(isName ? `${opened.error.text} Nor is there a directory of that name.` : opened.error.text);
}
async function targetOf(repo) {
	const found = await defaultBase(repo);
	if (found.ok) return found.value;
	const problem = await openGitRepository(repo, "HEAD", "HEAD", { merge: false });
	if (problem.ok) problem.value.close();
	throw badInput(problem.ok ? found.error.text : problem.error.text);
}
/** A directory beside a revision is a wrong command line; beside a name of nothing at all it is a missing directory. */
async function oneDirectory(directory, options) {
	const other = directory === options.base ? options.head : options.base;
	if (other !== void 0 && !existsSync(other) && !await isRevision(other, options.repo)) return badInput(`There is no directory ${other} to compare with ${directory}. Check the path.`);
	const name = other ?? (directory === options.base ? "HEAD" : "the default BASE");
	return wrongUsage(`${directory} is a directory, ${name} is none. Name two directories, or two revisions.`);
}
function isDirectory(path) {
	try {
		return statSync(path).isDirectory();
	} catch {
		return false;
	}
}

// src/cli/read-option-files.ts
/** What `--policy` names, in the order given; null when it was not given. Throws a {@link CliFailure} with every mistake. */
function readPolicies(names) {
	if (names === void 0) return null;
	const sources = [];
	const mistakes = [];
	for (const name of names) try {
		sources.push(...readPolicy(name));
	} catch (error) {
		if (!(error instanceof CliFailure)) throw error;
		mistakes.push(...error.lines);
	}
	if (mistakes.length > 0) throw badInput(...mistakes);
	return sources;
}
/** The text of a file that an option names. Throws a {@link CliFailure}. */
function readOptionFile(path) {
	const bytes = readBytes(path);
	if (!bytes.ok) throw badInput(bytes.error.text);
	const text = decodeText(bytes.value, path);
	if (!text.ok) throw badIssues([text.error]);
	return {
		path,
		text: text.value
	};
}
/** Mistakes with their places as a failure. */
function badIssues(issues) {
	return badInput(...issueLines(issues));
}
function readPolicy(name) {
	const builtin = /^builtin:(.*)$/.exec(name)?.[1];
	if (builtin === void 0) return [{
		...readOptionFile(name),
		builtin: false
	}];
	const pack = builtinPolicy(builtin);
	if (pack) return pack;
	throw badInput(`There is no builtin policy "${builtin}". There are: ${[
		...builtinNames(),
		"all",
		"locked"
	].toSorted().join(", ")}.`);
}

// src/cli/read-facts.ts
/** What `--facts` says, or that nothing is known. Throws a {@link CliFailure} with every mistake. */
function readFacts(path, { now, head }) {
	if (path === void 0) return emptyFacts(now);
	const file = readOptionFile(path);
	const documents = readYaml(file.text, path);
	if (!documents.ok) throw badIssues(documents.error);
	const [document, second] = documents.value;
	if (!document) throw badInput(`${path} holds no document. Write one of kind Facts.`);
	if (second) throw badInput(`${path}:${String(second.line)}: a second document begins here. Facts are one document.`);
	const facts = parseFacts(document, path, head === null ? "directories" : "revisions", now);
	if (!facts.ok) throw badIssues(facts.error);
	return atHead(facts.value, head, path);
}
/** Facts of another head would let approvals count for what nobody saw. */
function atHead(facts, head, path) {
	if (head === null || !facts.pullRequest) return facts;
	const { sha } = facts.pullRequest.head;
	if (sha !== null && sha !== head) throw badInput(`${path} tells of the head ${sha}, but HEAD is ${head}. Compare that commit, or get the facts anew.`);
	return {
		...facts,
		pullRequest: {
			...facts.pullRequest,
			head: { sha: head }
		}
	};
}

// src/cli/write-result.ts
/** Prints a result, or writes it to the file of `--output`. Throws a {@link CliFailure} when that file cannot be written. */
function writeResult(io, text, output) {
	const whole = text.endsWith("\n") ? text : `${text}\n`;
	if (output === void 0) {
		io.print(whole);
		return;
	}
	try {
		writeFileSync(output, whole);
	} catch (error) {
		const { code } = fileProblem(output, error);
		throw badInput(code === "file-missing" ? `Cannot write ${output}: its directory does not exist. Make it first.` : `Cannot write ${output}: ${code.replaceAll("-", " ")}.`);
	}
}
/** JSON as commands print it. */
function jsonText(value) {
	return stringifyJson(value, 2);
}

// src/cli/check.ts
/** `check [BASE] [HEAD]`: what would this merge do, what is risky, may it merge now. */
function addCheck({ program, io, run }) {
	program.command("check").summary("what would this merge do, what is risky, may it merge now").description("Decides on merging HEAD into BASE. Both are revisions, or both are directories. Uncommitted changes are not seen.").argument("[BASE]", "where the merge goes (default: origin/HEAD, else main)").argument("[HEAD]", "what is merged (default: HEAD)").addOption(repoOption()).addOption(mergeOption()).addOption(policyOption()).option("--codeowners <file>", "the CODEOWNERS to ask by (default: that of BASE)").option("--facts <file>", "reviews, labels and teams, YAML or JSON (default: none)").addOption(nowOption()).addOption(formatOption([
		"text",
		"json",
		"markdown"
	])).addOption(outputOption()).action((base, head, options) => run(() => check(base, head, options, io)));
}
async function check(base, head, options, io) {
	if (options.now !== void 0 && io.environment["GITHUB_ACTIONS"] === "true") throw wrongUsage("--now is refused in GitHub Actions: there the time is that of the decision.");
	const policy = readPolicies(options.policy);
	const codeowners = options.codeowners === void 0 ? null : readOptionFile(options.codeowners);
	const now = options.now ?? currentMoment(io);
	const comparison = await openComparison({
		...options,
		base,
		head
	});
	try {
		const { repository, head: commit } = comparison;
		const read = readFacts(options.facts, {
			now,
			head: commit
		});
		const commits = commit === null ? read.commits : await markAutomaticMerges(repository, read.commits);
		const facts = {
			...read,
			commits,
			now: options.now ?? read.now
		};
		return publish(await assess({
			repository,
			facts,
			policy,
			codeowners,
			builtin: builtinPolicy,
			schemaOf: builtinSchemas
		}), options, io);
	} finally {
		comparison.close();
	}
}
/** Git knows better than a file which commits are merges that nobody wrote. */
function markAutomaticMerges(repository, commits) {
	return Promise.all(commits.map(async (commit) => ({
		...commit,
		automaticMerge: await repository.isAutomaticMerge(commit.sha)
	})));
}
function currentMoment(io) {
	const now = instantFromMilliseconds(io.clock());
	if (now === void 0) throw new RangeError("the clock shows no moment");
	return now;
}
/** Mistakes of a policy go to standard error; the text form only counts them. */
function publish(decision, options, io) {
	if (isPolicyInvalid(decision)) for (const line of issueLines(decision.issues)) io.tell(`${line}\n`);
	const color = wantsColor(io) && options.output === void 0;
	writeResult(io, render(decision, options.format, color), options.output);
	return exitCodeOf(decision.outcome);
}
function isPolicyInvalid({ obstacles }) {
	return obstacles.some(({ code }) => code === "policy-invalid");
}
function render(decision, format, color) {
	switch (format) {
		case "json": return jsonText(decisionJson(decision));
		case "markdown": return renderMarkdown(decision);
		case "text": return isPolicyInvalid(decision) ? `error: Cannot decide: the policy has ${count(decision.issues.length, "mistake")}, listed on standard error.` : renderText(decision, { color });
		default: return format;
	}
}

// src/cli/diff.ts
/** `diff [BASE] [HEAD]`: the changes and the route table. */
function addDiff({ program, io, run }) {
	program.command("diff").summary("what would this merge do, and nothing else").description("Prints the changes and the routes of merging HEAD into BASE. A policy only says which files count and where they go. Exit 1 when something cannot be read.").argument("[BASE]", "where the merge goes (default: origin/HEAD, else main)").argument("[HEAD]", "what is merged (default: HEAD)").addOption(repoOption()).addOption(mergeOption()).addOption(policyOption()).addOption(formatOption(["text", "json"])).addOption(outputOption()).action((base, head, options) => run(() => diff(base, head, options, io)));
}
async function diff(base, head, options, io) {
	const comparison = await openComparison({
		...options,
		base,
		head
	});
	try {
		const changes = await changesOf(comparison.repository, await policyOf(comparison.repository, options));
		const color = wantsColor(io) && options.output === void 0;
		const text = options.format === "json" ? jsonText(changesJson(changes)) : renderChangesText(changes, { color });
		writeResult(io, text, options.output);
		return exitCodeOfIssues(changes.issues);
	} finally {
		comparison.close();
	}
}
async function policyOf(repository, options) {
	const sources = readPolicies(options.policy) ?? await policyOfBase(repository);
	const policy = loadPolicy(sources, builtinPolicy);
	if (!policy.ok) throw badIssues(policy.error);
	return policy.value;
}
async function policyOfBase(repository) {
	const sources = await basePolicy(repository);
	if (!sources.ok) throw badIssues(sources.error);
	return sources.value.length > 0 ? sources.value : builtinPolicy("recommended") ?? [];
}
async function changesOf(repository, policy) {
	const changes = await compareRepository(repository, "head", policy, builtinSchemas);
	if (!changes.ok) throw badInput(problemText(changes.error));
	return changes.value;
}
function problemText(problem) {
	switch (problem.code) {
		case "conflict": return `HEAD conflicts with BASE in ${problem.paths.join(", ")}, so there is no merge result. Resolve the conflict, or use --no-merge.`;
		case "unknown-commit": return `The commit ${problem.commit} is not in this repository. Fetch it and run again.`;
		case "unreadable": return problem.text;
		default: return problem;
	}
}

// src/cli/collect-files.ts
/**
* The files of a command line: files as they are, whatever their names; of directories every .yaml, .yml and .json.
* Each once, sorted by path. Throws a {@link CliFailure} that lists all paths that are not there.
*/
function collectFiles(paths) {
	const found = /* @__PURE__ */ new Map();
	const problems = [];
	for (const path of paths) try {
		for (const file of filesAt(path)) found.set(file.path, file);
	} catch (error) {
		problems.push(fileProblem(path, error));
	}
	if (problems.length > 0) throw badInput(...problems.map(({ text }) => text));
	return [...found.values()].toSorted((a, b) => a.path < b.path ? -1 : 1);
}
function filesAt(path) {
	const name = shownPath(path);
	const status = statSync(path);
	if (status.isDirectory()) return walkDirectory(path).filter((entry) => /\.(?:yaml|yml|json)$/.test(entry.path)).map((entry) => ({
		path: ["", "."].includes(name) ? entry.path : `${name}/${entry.path}`,
		version: readVersion(fileAt(path, entry.path), entry.kind)
	}));
	if (!status.isFile()) throw new FileFailure({
		code: "special-file",
		text: `${path} is a socket, a device or a pipe, not a file.`
	});
	return [{
		path: name,
		version: readVersion(realpathSync(path), "file")
	}];
}
/** Without `./` in front and `/` at the end. */
function shownPath(path) {
	return (sep$1 === "/" ? path : path.replaceAll(sep$1, "/")).replace(/^(?:\.\/+)+/, "").replace(/(?<=.)\/+$/, "");
}

// src/cli/inspect.ts
/** `inspect PATH...`: the objects in these files, as Kubernetes would read them. */
function addInspect({ program, io, run }) {
	program.command("inspect").summary("the objects in these files exactly as Kubernetes would read them, and the issues").description("Reads files, and every .yaml, .yml and .json of directories, and prints their objects. What a Secret holds is not shown. Exit 1 when something cannot be read.").argument("<PATH...>", "files and directories").addOption(formatOption(["text", "json"])).addOption(outputOption()).action((paths, options) => run(() => inspect(paths, options, io)));
}
async function inspect(paths, options, io) {
	const inspection = inspectFiles(collectFiles(paths));
	const text = options.format === "json" ? jsonText(inspectionJson(inspection)) : inspectionText(inspection);
	writeResult(io, text, options.output);
	return exitCodeOfIssues(inspection.issues);
}
function inspectFiles(files) {
	const objects = [];
	const notManifests = [];
	const issues = [];
	for (const { path, version } of files) {
		const problem = unreadableFile(path, version, true);
		if (problem) issues.push(problem);
		if (version.kind !== "file") continue;
		const file = readManifestFile(path, version.bytes);
		objects.push(...file.manifests);
		issues.push(...file.issues, ...file.manifests.flatMap((manifest) => checkObject(manifest, builtinSchemas)));
		if (file.kind === "not-manifests") notManifests.push(path);
	}
	return {
		objects,
		notManifests,
		issues: sortIssues(issues)
	};
}
function inspectionJson({ objects, notManifests, issues }) {
	return {
		objects: objects.map(({ ref, path, line, value }) => ({
			object: objectJson(ref),
			path,
			line: BigInt(line),
			value: withoutSecrets(value)
		})),
		notManifests,
		issues: issues.map(issueJson)
	};
}
/** Only objects that hold a Secret lose anything: all others are shown exactly. */
function withoutSecrets(value) {
	return holdsSecret(value) ? redact(value, new Tokens()).object : value;
}
function holdsSecret(value) {
	if (isJsonList(value)) return value.some(holdsSecret);
	if (!isJsonObject(value)) return false;
	return value["kind"] === "Secret" || Object.values(value).some(holdsSecret);
}
function inspectionText({ objects, notManifests, issues }) {
	const places = objects.map(({ path, line }) => `${path}:${String(line)}`);
	const width = Math.min(60, Math.max(0, ...places.map(({ length }) => length)));
	const lines = objects.map(({ ref }, index) => {
		const api = ref.group === "" ? ref.version : `${ref.group}/${ref.version}`;
		return plain$2(`${(places[index] ?? "").padEnd(width)}  ${objectTitle(ref)}  (${api})`);
	});
	const others = notManifests.map((path) => plain$2(`${path}: no manifest`));
	const counts = `Objects: ${String(objects.length)}. Files without manifests: ${String(notManifests.length)}. Issues: ${String(issues.length)}.`;
	return [
		lines,
		others,
		issueLines(issues),
		[counts]
	].filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n");
}

// src/cli/owners.ts
/** `owners PATH...`: who owns these paths. */
function addOwners({ program, io, run }) {
	program.command("owners").summary("who owns these paths").description("Prints the owners of paths as GitHub finds them; the paths need not exist. The CODEOWNERS is that of the branch that merges go to, as on GitHub, or the one in the directory if it is no git repository.").argument("<PATH...>", "paths from the root of the repository").option("--codeowners <file>", "the CODEOWNERS to read instead").addOption(repoOption()).addOption(formatOption(["text", "json"])).addOption(outputOption()).action((paths, options) => run(() => owners(paths, options, io)));
}
async function owners(paths, options, io) {
	const codeowners = readCodeowners(options.codeowners === void 0 ? await codeownersOf(options.repo) : readOptionFile(options.codeowners));
	for (const line of issueLines(codeowners.issues)) io.tell(`${line}\n`);
	const owned = paths.map((path) => {
		const name = path.replace(/^(?:\.?\/+)+/, "");
		return {
			path: name,
			...ownersOf(codeowners, name)
		};
	});
	const text = options.format === "json" ? jsonText(ownersJson(owned)) : ownersText(owned, codeowners);
	writeResult(io, text, options.output);
	return 0;
}
function readCodeowners({ path, text }) {
	const size = Buffer.byteLength(text);
	return isTooLarge(size) ? tooLargeCodeowners(path, size) : parseCodeowners(text, path);
}
async function codeownersOf(dir) {
	const { repository, close } = await openState(dir);
	try {
		const found = await baseCodeowners(repository);
		if (!found.ok) throw badIssues([found.error]);
		if (found.value) return found.value;
		throw badInput(`There is no CODEOWNERS in ${dir}: looked for ${CODEOWNERS_PATHS.join(", ")}. Name one with --codeowners.`);
	} finally {
		close();
	}
}
/** The branch that merges go to, else HEAD; a directory that is no repository is taken as it is. */
async function openState(dir) {
	const base = await defaultBase(dir);
	const revision = base.ok ? base.value : "HEAD";
	const opened = await openGitRepository(dir, revision, revision, { merge: false });
	if (opened.ok) {
		const repository = opened.value;
		return {
			repository,
			close: () => {
				repository.close();
			}
		};
	}
	if (opened.error.code !== "not-a-repository") throw badInput(opened.error.text);
	const directory = openDirectories(dir, dir);
	if (!directory.ok) throw badInput(directory.error.text);
	return {
		repository: directory.value,
		close: () => {}
	};
}
function ownersJson(owned) {
	return owned.map(({ path, owners: of, matched, line }) => ({
		path,
		owners: of,
		matched,
		line: line === null ? null : BigInt(line)
	}));
}
function ownersText(owned, codeowners) {
	const width = Math.min(60, Math.max(0, ...owned.map(({ path }) => path.length)));
	return owned.map((entry) => plain$2(`${entry.path.padEnd(width)}  ${answerText(entry, codeowners.path)}`)).join("\n");
}
function answerText({ owners: of, matched, line, doubts }, file) {
	const doubt = doubts.length === 0 ? "" : `; GitHub skips ${doubts.map((at) => `${file}:${String(at)}`).join(", ")}`;
	if (!matched) return `no line matches${doubt}`;
	const place = `${file}:${String(line)}`;
	return `${of.length === 0 ? "no owner" : of.join(" ")}  (${place}${doubt})`;
}

// package.json
var version = "0.1.0";

// src/cli/package-version.ts
/** The version of this package. */
const PACKAGE_VERSION = version;

// src/cli/tell-failure.ts
/** Says in a sentence why a command could not do its work, and gives the exit status. The stack only with DRAWBRIDGE_DEBUG. */
function tellFailure(error, io) {
	if (error instanceof CliFailure) {
		for (const line of error.lines) io.tell(`${plain$2(line)}\n`);
		return error.exit;
	}
	io.tell(`${plain$2(sentenceOf(error))}\n`);
	if (io.environment["DRAWBRIDGE_DEBUG"]) io.tell(`${stackOf(error)}\n`);
	return 2;
}
function sentenceOf(error) {
	if (error instanceof GitFailure || error instanceof FileFailure) return error.problem.text;
	const message = error instanceof Error ? error.message : String(error);
	if (error instanceof Error && "syscall" in error) return `Cannot go on: ${message}`;
	const [first] = message.split("\n");
	return `Drawbridge failed: ${first ?? ""}. This is a fault of its own; DRAWBRIDGE_DEBUG=1 shows where.`;
}
function stackOf(error) {
	return error instanceof Error ? error.stack ?? error.message : String(error);
}

// src/cli/main.ts
/** Every command, in the order of the help. */
const COMMANDS = [
	addCheck,
	addDiff,
	addInspect,
	addOwners
];
/**
* Runs one command line, without the program's own name, and gives the exit status. Prints the result with `io.print` and everything
* else with `io.tell`. Never throws and never exits.
*/
async function main(argv, io) {
	let exit = 0;
	const program = createProgram(io);
	const run = async (work) => {
		exit = await work();
	};
	for (const add of COMMANDS) add({
		program,
		io,
		run
	});
	try {
		await program.parseAsync(argv, { from: "user" });
		return exit;
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 64;
		if (error instanceof CliFailure && error.exit === 64) io.tell(`${usageOf(program, argv)}\n\n`);
		return tellFailure(error, io);
	}
}
function createProgram(io) {
	return new Command("drawbridge").description("Just-in-time approval for Kubernetes by GitOps: what would this merge do, and may it merge now?").version(PACKAGE_VERSION, "--version", "print the version").helpOption("--help", "print this help").helpCommand(false).addHelpText("after", EXIT_CODES).showHelpAfterError().exitOverride().configureOutput({
		writeOut: io.print,
		writeErr: io.tell
	});
}
const EXIT_CODES = `
Exit status: 0 allow, or nothing wrong; 1 hold or deny, or something found; 2 could not decide; 64 wrong command line.`;
function usageOf(program, argv) {
	const command = program.commands.find((candidate) => candidate.name() === argv[0]) ?? program;
	return `Usage: drawbridge${command === program ? "" : ` ${command.name()}`} ${command.usage()}`;
}

// src/cli/index.ts
const io = processIo();
process.stdout.on("error", (error) => {
	if (error.code !== "EPIPE") process.exit(tellFailure(error, io));
});
process.stderr.on("error", () => {});
process.on("uncaughtException", (error) => {
	process.exit(tellFailure(error, io));
});
process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));
process.exitCode = await main(process.argv.slice(2), io);

export {  };