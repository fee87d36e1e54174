using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Consent;
using ReplayLint.Readers;
using ReplayLint.Readers.Markup;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Tests.Readers.Markup;

/// <summary>Compiles views with the Razor compiler and asks about places in them; a place is where <see cref="Host"/> stands.</summary>
internal static class RazorSource
{
    /// <summary>What the tests ask about: a script element of a recorder that is none.</summary>
    public const string Tag = "<script src=\"https://film.example/tag.js\" async></script>";

    public const string Host = "film.example";

    private const string Imports = """
        @using Shop
        @addTagHelper *, Microsoft.AspNetCore.Mvc.TagHelpers
        @addTagHelper *, Shop
        """;

    private const string ComponentImports = """
        @using Microsoft.AspNetCore.Components
        @using Microsoft.AspNetCore.Components.Web
        """;

    /// <summary>What the views of the tests have around them.</summary>
    private const string Declarations = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        namespace Shop
        {
            public class PageModel
            {
                public bool HasUserConsented { get; set; }
                public bool AnalyticsCookiesEnabled { get; set; }
                public bool Enabled { get; set; }
                public bool? ReplayConsent { get; set; }
                public string ProjectId { get; set; } = "";
                public CookieChoice Choice { get; set; }
            }

            public enum CookieChoice { Unset, Accepted, Rejected }

            public static class CookieNames { public const string Analytics = "analytics-consent"; }

            public interface ICookieService { CookieState Cookie { get; } }
            public class CookieState { public bool UseCookies => ConsentGiven; public bool ConsentGiven { get; set; } }
        }

        """;

    /// <summary>The compilation of views with what stands around them.</summary>
    public static CSharpCompilation Compile(string source, params (string Path, string Text)[] views) =>
        RazorCompiler.Compile(Declarations + source, [("_ViewImports.cshtml", Imports), ("_Imports.razor", ComponentImports), .. views]);

    /// <summary>The states of the places in one view.</summary>
    public static List<ConsentState> States(string path, string text, string source = "") => Ask(source, path, (path, text)).ConvertAll(static state => state.State);

    /// <summary>What is known of each place in one of several views.</summary>
    public static List<RazorState> Ask(string source, string asked, params (string Path, string Text)[] views) => Ask(Compile(source, views), asked, views);

    public static List<RazorState> Ask(CSharpCompilation compilation, string asked, params (string Path, string Text)[] views)
    {
        var texts = views.ToDictionary(static view => RazorCompiler.Root + view.Path, static view => view.Text);
        var models = new SemanticModels(compilation);
        var guards = new ConsentGuards(RecorderCatalog.BuiltIn, declaredOnly: false);
        var consent = new RazorConsent(models, new Mentions(models), RecorderCatalog.BuiltIn, guards, texts.GetValueOrDefault);
        var path = RazorCompiler.Root + asked;
        var page = MarkupDocument.Parse(texts[path], WebFile.KindOf(path));
        return PlacesIn(texts[path]).ConvertAll(place => consent.At(page, path, place, CancellationToken.None));
    }

    /// <summary>The start tags with the host, or the host itself where it stands in a script.</summary>
    public static List<TextSpan> PlacesIn(string text)
    {
        var places = new List<TextSpan>();
        for (var at = text.IndexOf(Host, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Host, at + 1, StringComparison.Ordinal))
        {
            var tag = text.LastIndexOf('<', at);
            places.Add(tag >= 0 && text.IndexOf('>', tag, at - tag) < 0 ? new TextSpan(tag, at - tag) : new TextSpan(at, Host.Length));
        }

        return places;
    }

    /// <summary>The errors of views, so that a test cannot pass because its views mean nothing.</summary>
    public static IEnumerable<string> Errors(CSharpCompilation compilation) =>
        compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.ToString());
}
