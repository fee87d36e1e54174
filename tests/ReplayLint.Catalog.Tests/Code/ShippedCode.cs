using Acornima;
using Acornima.Ast;

namespace ReplayLint.Catalog.Tests.Code;

/// <summary>The code of a recorder's packages, as far as names, texts and defaults go. Minified code says the same as other.</summary>
internal sealed class ShippedCode
{
    private static readonly ParserOptions Options = new()
    {
        AllowAwaitOutsideFunction = true,
        AllowReturnOutsideFunction = true,
        AllowReserved = AllowReservedOption.Yes,
        CheckPrivateFields = false,
        ExperimentalESFeatures = ExperimentalESFeatures.All,
        Tolerant = true,
    };

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Constants _constants = new();
    private readonly List<DefaultStatement> _defaults = [];

    public ShippedCode(IEnumerable<(string Package, string Text)> files)
    {
        var programs = files.Select(static file => (file.Package, Program: Parse(file.Text))).Where(static file => file.Program is not null).ToList();
        foreach (var (package, program) in programs)
        {
            foreach (var node in program!.DescendantNodesAndSelf())
            {
                Add(node, package);
                _constants.Add(node);
            }
        }

        foreach (var (package, program) in programs)
            _defaults.AddRange(DefaultReader.Read(program!, _constants, package));
    }

    /// <summary>Texts in the code, and the package of each; of one that is put together, what stands in the code, with a line break for the rest.</summary>
    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>Names of properties, of methods and of what modules export, and the package of each.</summary>
    public IReadOnlyDictionary<string, string> Names => _names;

    /// <summary>What the code says about the defaults of an option.</summary>
    public IEnumerable<DefaultStatement> DefaultsOf(string option) => _defaults.Where(statement => statement.Option == option);

    public static Program? Parse(string text)
    {
        try
        {
            return new Parser(Options).ParseModule(text);
        }
        catch (ParseErrorException)
        {
        }

        try
        {
            return new Parser(Options).ParseScript(text);
        }
        catch (ParseErrorException)
        {
            return null;
        }
    }

    private void Add(Node node, string package)
    {
        switch (node)
        {
            case StringLiteral text:
                _texts.TryAdd(text.Value, package);
                break;
            case TemplateLiteral template:
                _texts.TryAdd(string.Join("\n", template.Quasis.Select(static part => part.Value.Cooked)), package);
                break;
            case BinaryExpression { Operator: Operator.Addition } sum when TextOf(sum) is { Length: > 1 } text:
                _texts.TryAdd(text, package);
                break;
            case MemberExpression member when NodeText.ReadName(member) is { } name:
                _names.TryAdd(name, package);
                break;
            case Property property when NodeText.KeyName(property.Key) is { } name:
                _names.TryAdd(name, package);
                break;
            case MethodDefinition method when NodeText.KeyName(method.Key) is { } name:
                _names.TryAdd(name, package);
                break;
            case PropertyDefinition field when NodeText.KeyName(field.Key) is { } name:
                _names.TryAdd(name, package);
                break;
            case ExportSpecifier { Exported: Identifier exported }:
                _names.TryAdd(exported.Name, package);
                break;
            case FunctionDeclaration { Id: { } id }:
                _names.TryAdd(id.Name, package);
                break;
        }
    }

    private static string TextOf(Node node) => node switch
    {
        BinaryExpression { Operator: Operator.Addition } sum => TextOf(sum.Left) + TextOf(sum.Right),
        StringLiteral text => text.Value,
        _ => "\n",
    };
}
