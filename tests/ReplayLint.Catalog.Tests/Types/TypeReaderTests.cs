using Xunit;

namespace ReplayLint.Catalog.Tests.Types;

public class TypeReaderTests
{
    [Theory]
    [InlineData("interface Tracker { init(key: string, options?: Partial<Options>): void; } interface Options extends Base { privacy?: { maskAll?: boolean } } interface Base { rate: number; }", "privacy.maskAll", true)]
    [InlineData("interface Tracker { init(key: string, options?: Partial<Options>): void; } interface Options extends Base { privacy?: { maskAll?: boolean } } interface Base { rate: number; }", "rate", true)]
    [InlineData("interface Tracker { init(key: string, options?: Partial<Options>): void; } interface Options extends Base { privacy?: { maskAll?: boolean } } interface Base { rate: number; }", "maskAll", false)]
    [InlineData("declare function init(options: One & Two): void;\ntype One = { a: string }\ntype Two = {\n  b: string\n  c: number\n}\ntype Three = { d: string }", "c", true)]
    [InlineData("declare function init(options: One & Two): void;\ntype One = { a: string }\ntype Two = {\n  b: string\n  c: number\n}\ntype Three = { d: string }", "d", false)]
    [InlineData("export declare class init { constructor(options: Options); }\nexport type Options = { rate: number };", "rate", true)]
    [InlineData("declare var init: api.Event; declare namespace api { interface Event { (id: number, command: \"init\", given: Given): void; } interface Given { webvisor?: boolean } }", "webvisor", true)]
    [InlineData("declare const init: typeof start; declare function start(options: { 'data-x': string }): void; export { start as begin };", "data-x", true)]
    [InlineData("declare function init(options: Options): void; interface Options { rate: { [key: string]: number }; text: string", "text", true)]
    [InlineData("declare function init(options", "text", false)]
    public void An_option_is_found_through_the_types_of_the_call_only(string text, string option, bool expected)
    {
        var types = new TypeLibrary([("tracker@1.0.0", text)]);

        Assert.Equal(expected, types.Follow(types.FindAnywhere("init"), option).Any());
    }

    [Theory]
    [InlineData("init(): void", 0, false)]
    [InlineData("init(key: string, more?: Map<string, number>): void", 2, false)]
    [InlineData("init(...keys: string[]): void", 1, true)]
    [InlineData("init: (key: string, callback: (a: number, b: number) => void) => void", 2, false)]
    [InlineData("init: string", null, false)]
    public void Parameters_are_counted(string member, int? count, bool isOpen)
    {
        var type = Assert.Single(Assert.Single(TypeReader.Read($"interface Tracker {{ {member}; }}")).Type.Members).Type;

        Assert.Equal((count, isOpen), (type.Parameters, type.IsOpen));
    }

    [Theory]
    [InlineData("/** Masks.\n * @default true\n */", "true")]
    [InlineData("/** @defaultValue `mask` */", "mask")]
    [InlineData("/** How many. Defaults to 0.5. */", "0.5")]
    [InlineData("/** Default is 'rr-block'. */", "rr-block")]
    [InlineData("/** By default, this is set to false. */", "false")]
    [InlineData("/** (default: []) */", "[]")]
    [InlineData("/** The default colours are in the guide. */", null)]
    public void A_comment_states_a_default(string comment, string? expected) => Assert.Equal(expected, StatedDefault.Read(comment));
}
