namespace ReplayLint.Browser.Tests.Pages;

/// <summary>A text that occurs nowhere but at one place of the page: where it turns up in what was sent, that place was recorded.</summary>
/// <param name="Kind">The place: <c>password</c>, <c>text</c>, <c>alt</c>.</param>
/// <param name="Group">What protects it.</param>
/// <param name="Text">The text.</param>
internal sealed record Canary(string Kind, CanaryGroup Group, string Text)
{
    /// <summary>One for each place of the page.</summary>
    public static IReadOnlyList<Canary> All { get; } =
    [
        new("text", CanaryGroup.Inputs, "Quillfeather"),
        new("search", CanaryGroup.Inputs, "gallbladder"),
        new("textarea", CanaryGroup.Inputs, "Tuberculosis"),
        new("email", CanaryGroup.Inputs, "zora.k7@canary.example"),
        new("tel", CanaryGroup.Inputs, "0639981742"),
        new("number", CanaryGroup.Inputs, "73918462"),
        new("date", CanaryGroup.Inputs, "1971-08-23"),
        new("hidden", CanaryGroup.Inputs, "Hid-Turnstone"),
        new("password", CanaryGroup.Inputs, "Hunter-Oz-91"),
        new("card", CanaryGroup.Inputs, "4970105191923460"),
        new("file", CanaryGroup.File, "diagnosis-wren.pdf"),
        new("select", CanaryGroup.Choice, "Sarcoidosis"),
        new("editable", CanaryGroup.Editable, "Insomniac"),
        new("page text", CanaryGroup.Text, "Ludovica Sforza"),
        new("dynamic text", CanaryGroup.Text, "Overdraft-Heron"),
        new("e-mail in text", CanaryGroup.Text, "ottavia.p3@canary.example"),
        new("number in text", CanaryGroup.Text, "660192277"),
        new("button text", CanaryGroup.Text, "Pay-Kingfisher"),
        new("attribute", CanaryGroup.Attribute, "Hint-Bergamot"),
        new("placeholder", CanaryGroup.Attribute, "Ask-Persimmon"),
        new("data attribute", CanaryGroup.Attribute, "Cust-Halloumi"),
        new("alt text", CanaryGroup.Attribute, "Portrait-Ximenes"),
        new("image address", CanaryGroup.Address, "portrait-ocelot.png"),
        new("picture", CanaryGroup.Media, "Picture-Margay"),
        new("page address", CanaryGroup.Address, "Ferdinanda"),
        new("request body", CanaryGroup.Network, "Payload-Marzipan"),
        new("request header", CanaryGroup.Network, "Header-Nougat"),
        new("body of a request object", CanaryGroup.Network, "Object-Turron"),
        new("response header", CanaryGroup.Network, "Answer-Brioche"),
        new("response body", CanaryGroup.Network, "Reply-Halva"),
        new("console", CanaryGroup.Network, "Console-Pistachio"),
    ];

    public static Canary Of(string kind) => All.Single(canary => canary.Kind == kind);
}

/// <summary>What kind of content a canary is, as far as recorders treat it differently.</summary>
internal enum CanaryGroup
{
    Inputs,
    File,
    Choice,
    Editable,
    Text,
    Attribute,
    Media,
    Address,
    Network,
}
