using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ReplayLint.Tests.Verification;

/// <summary>
/// The Razor compiler of the SDK, beside the C# compiler that it was built for. Both live in a load context of their own,
/// because the analyzers are tested with the oldest C# compiler that they support.
/// </summary>
internal static class RazorCompiler
{
    /// <summary>Where the views of a test stand.</summary>
    public const string Root = "/shop/";

    private static readonly Lazy<(object Host, MethodInfo Generate)> Host = new(Load);

    /// <summary>Compiles views, given by their path below the project, with C# beside them.</summary>
    public static CSharpCompilation Compile(string source, params (string Path, string Text)[] views) =>
        Compile([("Code.cs", source)], views, TestReferences.Framework);

    /// <summary>The same for several files of C#, with what they reference.</summary>
    public static CSharpCompilation Compile((string Path, string Text)[] sources, (string Path, string Text)[] views, IEnumerable<MetadataReference> references)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var trees = sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, options, Root + source.Path)).ToList();
        var generated = Generate([.. sources.Select(static source => source.Text)], [.. views.SelectMany(static view => new[] { Root + view.Path, view.Text })]);
        for (var i = 0; i < generated.Length; i += 2)
            trees.Add(CSharpSyntaxTree.ParseText(generated[i + 1], options, generated[i]));

        return CSharpCompilation.Create("Shop", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }

    private static string[] Generate(string[] sources, string[] views)
    {
        // The generator keeps what it learned about the references, for one run at a time.
        lock (Host)
            return (string[])Host.Value.Generate.Invoke(Host.Value.Host, [Root, sources, views])!;
    }

    private static (object Host, MethodInfo Generate) Load()
    {
        var sdk = TestReferences.SdkPath;
        string[] folders = [Path.Combine(sdk, "..", "Roslyn", "bincore"), Path.Combine(sdk, "Microsoft.NET.Sdk.Razor", "source-generators")];
        var context = new AssemblyLoadContext("Razor");
        context.Resolving += (loading, name) => folders
            .Select(folder => Path.Combine(folder, name.Name + ".dll"))
            .Where(File.Exists)
            .Select(loading.LoadFromAssemblyPath)
            .FirstOrDefault();

        // What the tests have loaded under these names is another version, so these are loaded before anybody asks.
        var compilers = new[] { "Microsoft.CodeAnalysis.dll", "Microsoft.CodeAnalysis.CSharp.dll" }.Select(name => Path.Combine(folders[0], name)).ToArray();
        foreach (var path in compilers)
            context.LoadFromAssemblyPath(path);

        var razor = context.LoadFromAssemblyPath(Path.Combine(folders[1], "Microsoft.CodeAnalysis.Razor.Compiler.dll"));
        var type = context.LoadFromStream(CompileHost(compilers)).GetType("RazorHost", throwOnError: true)!;
        var references = TestReferences.Framework.Select(static reference => ((PortableExecutableReference)reference).FilePath!).ToArray();
        return (Activator.CreateInstance(type, razor, references)!, type.GetMethod("Generate")!);
    }

    private static MemoryStream CompileHost(string[] compilers)
    {
        using var stream = typeof(RazorCompiler).Assembly.GetManifestResourceStream("RazorHost.cs")!;
        using var reader = new StreamReader(stream);
        var compilation = CSharpCompilation.Create(
            "RazorHost",
            [CSharpSyntaxTree.ParseText(reader.ReadToEnd())],
            [.. TestReferences.Framework, .. compilers.Select(static path => MetadataReference.CreateFromFile(path))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var host = new MemoryStream();
        var result = compilation.Emit(host);
        if (!result.Success)
            throw new InvalidOperationException("The host of the Razor compiler does not compile: " + result.Diagnostics.First(static d => d.Severity == DiagnosticSeverity.Error));

        host.Position = 0;
        return host;
    }
}
