using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Microsoft.Extensions.FileSystemGlobbing;

namespace ReplayLint.Tool.Loading;

/// <summary>
/// Makes a project of the views, pages and scripts of a folder, without a project file and without building. The files are those
/// that the package would hand to its analyzers; code is not read, so consent in views is known by their text only.
/// </summary>
internal static class FolderLoader
{
    private static readonly string Settings = Path.Combine(AppContext.BaseDirectory, "settings");

    /// <summary>Loads a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="properties">What a project would tell its analyzers, besides what all do.</param>
    public static LoadedSolution Load(string folder, IReadOnlyDictionary<string, string> properties)
    {
        var root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
            throw new UserErrorException($"'{folder}' is no folder; --no-build reads the views, pages and scripts of a folder.");

        var id = ProjectId.CreateNewId();
        var info = ProjectInfo.Create(
            id,
            VersionStamp.Default,
            Path.GetFileName(Path.TrimEndingDirectorySeparator(root)),
            "Folder",
            LanguageNames.CSharp,
            filePath: root,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            metadataReferences: [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            additionalDocuments: Files(root).Select(file => Document(id, file)))
            .WithAnalyzerConfigDocuments(Configurations(root).Select(file => Document(id, file)).Append(Properties(id, root, properties)));
        return new LoadedSolution(new AdhocWorkspace().AddProject(info).Solution, [], []);
    }

    /// <summary>Which files, is said by the targets of the package.</summary>
    private static IEnumerable<string> Files(string root)
    {
        var targets = XDocument.Load(Path.Combine(Settings, "buildTransitive", "ReplayLint.targets"));
        var matcher = new Matcher(StringComparison.OrdinalIgnoreCase);
        matcher.AddIncludePatterns(Values("_ReplayLintMarkup").SelectMany(static value => value.Split(';')).Where(static pattern => !pattern.StartsWith("$(", StringComparison.Ordinal)));
        matcher.AddExcludePatterns(Values("_ReplayLintNoMarkup").SelectMany(static value => value.Split(';')));
        var largest = Values("_ReplayLintLargestMarkup").Select(long.Parse).Single();

        return matcher.GetResultsInFullPath(root)
            .Where(file => new FileInfo(file).Length <= largest)
            .Concat(Directory.EnumerateFiles(root, "replaylint.*.txt"))
            .Concat(BaselineFinder.Above(root) is { } baseline ? [baseline] : [])
            .Order(StringComparer.Ordinal);

        IEnumerable<string> Values(string property) => targets.Descendants(property).Select(static element => element.Value);
    }

    /// <summary>The package's own, and those that hold for the folder; a global configuration is one only beside a project.</summary>
    private static IEnumerable<string> Configurations(string root)
    {
        yield return Path.Combine(Settings, "configuration", "recommended.globalconfig");
        if (File.Exists(Path.Combine(root, ".globalconfig")))
            yield return Path.Combine(root, ".globalconfig");

        for (var folder = root; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, ".editorconfig")))
                yield return Path.Combine(folder, ".editorconfig");
        }
    }

    private static DocumentInfo Properties(ProjectId project, string root, IReadOnlyDictionary<string, string> properties)
    {
        var path = Path.Combine(root, "replaylint.properties.globalconfig");
        var text = SourceText.From($"""
            is_global = true
            build_property.ReplayLintMode = recommended
            build_property.ReplayLintToday = {DateTime.UtcNow:yyyy-MM-dd}
            build_property.MSBuildProjectDirectory = {root}
            {string.Join('\n', properties.Select(static property => $"build_property.{property.Key} = {property.Value}"))}

            """);
        return DocumentInfo.Create(DocumentId.CreateNewId(project), Path.GetFileName(path), loader: TextLoader.From(TextAndVersion.Create(text, VersionStamp.Default)), filePath: path);
    }

    private static DocumentInfo Document(ProjectId project, string path) =>
        DocumentInfo.Create(DocumentId.CreateNewId(project), Path.GetFileName(path), loader: new FileTextLoader(path, defaultEncoding: null), filePath: path);
}
