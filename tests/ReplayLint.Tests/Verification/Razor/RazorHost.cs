using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

/// <summary>
/// Runs the Razor compiler of the SDK. It wants a newer C# compiler than the one that the analyzers are tested with, so this
/// file is compiled by the tests, against the SDK's own, and talks to them in texts only.
/// </summary>
public sealed class RazorHost
{
    private readonly CSharpCompilation _empty;
    private GeneratorDriver _driver;

    public RazorHost(Assembly razor, string[] references)
    {
        var generator = (IIncrementalGenerator)Activator.CreateInstance(razor.GetType("Microsoft.NET.Sdk.Razor.SourceGenerators.RazorSourceGenerator", throwOnError: true)!)!;
        var options = new CSharpParseOptions(LanguageVersion.CSharp12);
        _driver = CSharpGeneratorDriver.Create(new[] { generator.AsSourceGenerator() }, parseOptions: options, optionsProvider: new Provider(""));
        _empty = CSharpCompilation.Create(
            "Shop",
            references: references.Select(static path => MetadataReference.CreateFromFile(path)),
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }

    /// <summary>The C# of views, given as pairs of path and text; each as a pair of name and text.</summary>
    public string[] Generate(string root, string[] sources, string[] views)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp12);
        var texts = ImmutableArray.CreateBuilder<AdditionalText>();
        for (var i = 0; i < views.Length; i += 2)
            texts.Add(new View(views[i], views[i + 1]));

        _driver = _driver
            .WithUpdatedAnalyzerConfigOptions(new Provider(root))
            .ReplaceAdditionalTexts(texts.ToImmutable())
            .RunGenerators(_empty.AddSyntaxTrees(sources.Select(source => CSharpSyntaxTree.ParseText(source, options))));
        var result = _driver.GetRunResult();
        if (result.Results[0].Exception is { } exception)
            throw exception;

        return result.GeneratedTrees.SelectMany(static tree => new[] { tree.FilePath, tree.ToString() }).ToArray();
    }

    private sealed class View : AdditionalText
    {
        private readonly SourceText _text;

        public View(string path, string text)
        {
            Path = path;
            _text = SourceText.From(text, Encoding.UTF8);
        }

        public override string Path { get; }

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Provider : AnalyzerConfigOptionsProvider
    {
        private readonly string _root;

        public Provider(string root) => _root = root;

        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(new Dictionary<string, string>
        {
            ["build_property.RazorLangVersion"] = "10.0",
            ["build_property.RazorConfiguration"] = "Default",
            ["build_property.RootNamespace"] = "Shop",
            ["build_property.SuppressRazorSourceGenerator"] = "false",
            ["build_property.GenerateRazorMetadataSourceChecksumAttributes"] = "",
        });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(new Dictionary<string, string>());

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(new Dictionary<string, string>
        {
            ["build_metadata.AdditionalFiles.TargetPath"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(textFile.Path.Substring(_root.Length))),
            ["build_metadata.AdditionalFiles.CssScope"] = "",
        });
    }

    private sealed class Options : AnalyzerConfigOptions
    {
        private readonly Dictionary<string, string> _values;

        public Options(Dictionary<string, string> values) => _values = values;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => _values.TryGetValue(key, out value);
    }
}
