using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>Pages in which what the catalogue says about fields, texts and marks on them makes a difference.</summary>
internal static class ContentEffects
{
    private const string Field = "<input name=\"ssn\">";
    private const string Text = "<p>@Model.LastName</p>";

    /// <summary>What is in clear, or not, when nothing is configured.</summary>
    public static IEnumerable<EffectCase> Default(StatedFact stated)
    {
        var fact = stated.ScriptFact<DefaultFact>();
        var (rule, content) = fact.Content == Protects.Inputs ? ("RPL2004", Field) : ("RPL2005", Text);
        foreach (var start in fact.Recorder.ScriptFacts.OfType<JsStartFact>())
            yield return Page(ScriptCode.Script([start], ScriptCode.Start(start)));

        foreach (var source in fact.Recorder.ScriptFacts.OfType<SourceFact>().Where(static source => source.Starts))
            yield return Page($"/* {string.Join(" ", source.Requires)} */ var s = document.createElement('script'); s.src = '{WebProject.Address(source.Pattern)}';");

        EffectCase Page(string script) =>
            new(rule, !fact.IsMasked, ("Views/Home/Index.cshtml", $"<script>\n{$"// {ScriptCode.Version(fact)}\n{script}".Replace("@", "@@", StringComparison.Ordinal)}</script>\n{content}\n"));
    }

    /// <summary>A kind of field or of text that is masked where others are not.</summary>
    public static async Task<IEnumerable<EffectCase>> MaskedKind(StatedFact stated)
    {
        var fact = stated.ScriptFact<MaskedKindFact>();
        var exposure = await Exposure.FindAsync(fact.Recorder, fact.Content) ?? throw new InvalidOperationException("Nothing is in clear from which this differs.");
        var content = fact.Content == Protects.Inputs ? FieldOf(fact.Kind) : fact.Kind == "email" ? "<p>@Model.Customer.Email</p>" : "<p>@Model.Customer.MobileNumber</p>";
        return [exposure.Case(fires: true), exposure.Case(fires: false, content: content)];
    }

    /// <summary>A kind of field that is not recorded whatever the page says.</summary>
    public static IEnumerable<EffectCase> NeverCaptured(StatedFact stated)
    {
        var fact = stated.ScriptFact<NeverCapturedFact>();
        return Exposure.Candidates(fact.Recorder, Protects.Inputs).Select(exposure => exposure.Case(fires: false, content: FieldOf(fact.Field)));
    }

    /// <summary>A class or attribute that protects an element.</summary>
    public static async Task<IEnumerable<EffectCase>> Protection(StatedFact stated)
    {
        var fact = stated.ScriptFact<MarkupFact>();
        var cases = new List<EffectCase>();
        foreach (var content in (Protects[])[Protects.Inputs, Protects.Text])
        {
            if (!fact.IsAbout(content) || (fact.Effect == MarkupEffect.Ignore && content == Protects.Text) || await Exposure.FindAsync(fact.Recorder, content) is not { } exposure)
                continue;

            cases.Add(exposure.Case(fires: true));
            cases.Add(exposure.Case(fires: false, WebProject.Attribute(fact.Atom)));
        }

        return cases;
    }

    /// <summary>A class or attribute that shows an element.</summary>
    public static IEnumerable<EffectCase> Unmask(StatedFact stated)
    {
        var fact = stated.ScriptFact<MarkupFact>();
        var mark = WebProject.Attribute(fact.Atom);
        if (fact.Option is not { } option)
        {
            yield return new EffectCase("RPL2003", true, WebProject.Markup($"<p {mark}>Jane</p>")) { Severity = ScriptEffects.SeverityOf(fact) };
            yield break;
        }

        // It shows nothing where the option is not set.
        var owner = fact.Recorder.ScriptFacts.OfType<JsFact>().First(other => other.Path.Option == option);
        var value = owner is JsUnmaskFact ? $"['{fact.Atom.Text}']" : "true";
        foreach (var isSet in (bool[])[true, false])
        {
            (string, string, string)[] options = isSet ? [(owner.Path.Call, option, value)] : [];
            var (statement, facts) = WebProject.Start(fact.Recorder);
            var script = ScriptEffects.StartTaking(owner) is { } start
                ? ScriptCode.Script([start], ScriptCode.Start(start, options))
                : ScriptCode.Script(facts, [.. options.Select(static set => ScriptCode.Call(set.Item1, (set.Item2, set.Item3))), statement]);
            yield return new EffectCase("RPL2004", isSet, WebProject.Markup($"<script>\n{script}</script><div {mark}>{Field}</div>"));
        }
    }

    /// <summary>A field of the kind that takes what is specially protected.</summary>
    private static string FieldOf(string kind) => kind switch
    {
        "password" => "<input type=\"password\" name=\"secret\">",
        "payment" => "<input name=\"cardNumber\">",
        "email" or "tel" or "number" => $"<input type=\"{kind}\" name=\"cvc\">",
        "textarea" => "<textarea name=\"cardNumber\"></textarea>",
        "autocomplete" => "<input autocomplete=\"current-password\">",
        _ => Field,
    };
}
