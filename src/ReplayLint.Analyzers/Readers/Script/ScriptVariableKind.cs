namespace ReplayLint.Readers.Script;

/// <summary>How a variable of a script is declared.</summary>
internal enum ScriptVariableKind
{
    Var,
    Lexical,
    Parameter,
    Function,
    Class,
    Import,
}
