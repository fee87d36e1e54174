using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ReplayLint.Tests.Verification;

/// <summary>
/// What test sources are compiled against: the SDK's reference packs, the real mobile assemblies of Sentry, and signature
/// stubs of the packages that cannot be had as an assembly (<c>Stubs/*.cs</c>).
/// </summary>
internal static class TestReferences
{
    public const string SentryAndroid = "net10.0-android36.0";
    public const string SentryIos = "net10.0-ios26.0";

    private static readonly ConcurrentDictionary<string, MetadataReference> Compiled = new();

    /// <summary>.NET and ASP.NET Core.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } = [.. Pack("Microsoft.NETCore.App.Ref"), .. Pack("Microsoft.AspNetCore.App.Ref")];

    /// <summary>What a library for old and new frameworks is compiled against; the analyzers are one, so the package is there.</summary>
    public static ImmutableArray<MetadataReference> NetStandard { get; } = [MetadataReference.CreateFromFile(Metadata("NetStandard"))];

    /// <summary>Where the SDK keeps what project files import, the Razor compiler among it.</summary>
    public static string SdkPath { get; } = Metadata("SdkPath");

    /// <summary>The annotations that the package injects, as source that is part of each compilation.</summary>
    public static string Annotations { get; } = File.ReadAllText(RepositoryPath("src", "ReplayLint.Package", "annotations", "ReplayLint.Annotations.cs"));

    /// <summary>The real assembly of the Sentry package for a target framework.</summary>
    public static MetadataReference Sentry(string targetFramework) =>
        Compiled.GetOrAdd("Sentry/" + targetFramework, _ => MetadataReference.CreateFromFile(Path.Combine(Metadata("SentryLibRoot"), targetFramework, "Sentry.dll")));

    /// <summary>Every way to reference a recorder's API; a test runs once for each.</summary>
    public static IEnumerable<ImmutableArray<MetadataReference>> Of(RecorderApi api)
    {
        var maui = Assembly("Microsoft.Maui.Controls", "Maui");
        switch (api)
        {
            case RecorderApi.None:
                yield return Framework;
                break;
            case RecorderApi.Sentry:
                yield return [.. Framework, Sentry(SentryAndroid)];
                yield return [.. Framework, Sentry(SentryIos)];
                break;
            case RecorderApi.SentryOnAndroid:
                yield return [.. Framework, Sentry(SentryAndroid)];
                break;
            case RecorderApi.SentryOnServer:
                yield return [.. Framework, Sentry("net10.0")];
                break;
            case RecorderApi.SentryMaui:
                yield return [.. Framework, Sentry(SentryAndroid), maui, Assembly("Sentry.Maui", "SentryMaui", maui, Sentry(SentryAndroid))];
                break;
            case RecorderApi.Datadog:
                yield return [.. Framework, maui, Assembly("Datadog.Maui", "DatadogMaui", maui)];
                break;
            case RecorderApi.DatadogFormerName:
                yield return [.. Framework, maui, Assembly("DatadogSdk.Maui", "DatadogSdkMaui", maui)];
                break;
            case RecorderApi.LaunchDarkly:
                yield return [.. Framework, maui, Assembly("LDObservability", "LaunchDarkly", maui)];
                break;
            case RecorderApi.DatadogNet:
                yield return [.. Framework, maui, Assembly("DatadogNet", "DatadogNet", maui)];
                break;
            case RecorderApi.ClarityInBlazor:
                yield return [.. Framework, Assembly("Soenneker.Blazor.Clarity", "SoennekerClarity")];
                break;
            case RecorderApi.ClarityInMaui:
                yield return [.. Framework, maui, Assembly("Maui.MicrosoftClarity", "MauiMicrosoftClarity", maui)];
                break;
            case RecorderApi.RrwebInBlazor:
                yield return [.. Framework, Assembly("Soenneker.Blazor.Rrweb.Record", "SoennekerRrweb")];
                break;
            case RecorderApi.OsirionAnalytics:
                yield return [.. Framework, Assembly("Osirion.Blazor.Analytics", "OsirionAnalytics")];
                break;
            case RecorderApi.SmartlookInXamarin:
                yield return [.. Framework, Assembly("Xamarin.Smartlook", "XamarinSmartlook")];
                break;
            case RecorderApi.PostHogInMaui:
                yield return [.. Framework, maui, Assembly("Maui.Posthog", "PostHogMaui", maui)];
                break;
            case RecorderApi.PendoInMaui:
                yield return [.. Framework, maui, Assembly("PendoMAUIPlugin", "PendoMaui", maui)];
                break;
            case RecorderApi.UXCam:
                yield return [.. Framework, Assembly("UXCamDotNet", "UXCam")];
                break;
            case RecorderApi.SmartlookInUnity:
                yield return [.. Framework, Assembly("SmartlookUnity", "SmartlookUnity")];
                break;
            case RecorderApi.ClarityBindings:
                yield return [.. Framework, Assembly("MicrosoftClarity.Bindings", "ClarityBindings")];
                break;
            case RecorderApi.All:
                yield return
                [
                    .. Framework,
                    Sentry(SentryAndroid),
                    maui,
                    Assembly("Sentry.Maui", "SentryMaui", maui, Sentry(SentryAndroid)),
                    Assembly("Datadog.Maui", "DatadogMaui", maui),
                    Assembly("LDObservability", "LaunchDarkly", maui),
                    Assembly("DatadogNet", "DatadogNet", maui),
                    Assembly("Soenneker.Blazor.Clarity", "SoennekerClarity"),
                    Assembly("Maui.MicrosoftClarity", "MauiMicrosoftClarity", maui),
                    Assembly("Soenneker.Blazor.Rrweb.Record", "SoennekerRrweb"),
                    Assembly("Osirion.Blazor.Analytics", "OsirionAnalytics"),
                    Assembly("Xamarin.Smartlook", "XamarinSmartlook"),
                    Assembly("Maui.Posthog", "PostHogMaui", maui),
                    Assembly("PendoMAUIPlugin", "PendoMaui", maui),
                    Assembly("UXCamDotNet", "UXCam"),
                    Assembly("SmartlookUnity", "SmartlookUnity"),
                    Assembly("MicrosoftClarity.Bindings", "ClarityBindings"),
                ];
                break;
        }
    }

    /// <summary>An assembly by the name of a test framework, which makes the project that references it one of tests.</summary>
    public static MetadataReference TestFramework { get; } =
        CSharpCompilation.Create("xunit.core", [], Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();

    /// <summary>A path below the repository.</summary>
    public static string RepositoryPath(params string[] parts) => Path.Combine([Metadata("RepositoryRoot"), .. parts]);

    private static MetadataReference Assembly(string name, string stub, params MetadataReference[] references) =>
        Compiled.GetOrAdd(name, _ =>
        {
            var compilation = CSharpCompilation.Create(
                name,
                [CSharpSyntaxTree.ParseText(Stub(stub))],
                [.. Framework, .. references],
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
            using var stream = new MemoryStream();
            var result = compilation.Emit(stream);
            return result.Success
                ? MetadataReference.CreateFromImage(stream.ToArray())
                : throw new InvalidOperationException($"The stub {stub} does not compile: {result.Diagnostics.First(static d => d.Severity == DiagnosticSeverity.Error)}");
        });

    private static string Stub(string name)
    {
        // The same API under its former name.
        if (name == "DatadogSdkMaui")
            return Stub("DatadogMaui").Replace("Datadog.Maui", "DatadogSdk.Maui").Replace("UseDatadog(", "UseDatadogSdk(");

        using var stream = typeof(TestReferences).Assembly.GetManifestResourceStream($"Stubs/{name}.cs")
            ?? throw new InvalidOperationException($"There is no stub {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static IEnumerable<MetadataReference> Pack(string pack)
    {
        var version = Directory.GetDirectories(Path.Combine(Metadata("ReferencePacks"), pack)).Max(StringComparer.Ordinal)!;
        return Directory.GetFiles(Path.Combine(version, "ref", "net10.0"), "*.dll").Select(static path => MetadataReference.CreateFromFile(path));
    }

    private static string Metadata(string key) =>
        typeof(TestReferences).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
