using Acornima.Ast;

namespace ReplayLint.Readers.Script;

/// <summary>A function that is run where it is written: <c>(function (w) { … })(window)</c>.</summary>
internal static class ImmediateCall
{
    /// <summary>The function that a call runs in place, and how many arguments come before its own.</summary>
    public static (IFunction? Function, int Skipped) Of(CallExpression call) => call.Callee switch
    {
        IFunction function => (function, 0),
        MemberExpression { Object: IFunction function, Property: Identifier { Name: "call" } } => (function, 1),
        _ => (null, 0),
    };

    /// <summary>What a function that is run in place is run with: <c>(function (w) { … })(window)</c>.</summary>
    public static void BindArguments(CallExpression call)
    {
        var (function, skipped) = Of(call);
        if (function is null)
            return;

        for (var i = 0; i < function.Params.Count && i + skipped < call.Arguments.Count; i++)
        {
            var argument = call.Arguments[i + skipped];
            if (argument is SpreadElement)
                return;

            var parameter = function.Params[i] is AssignmentPattern assignment ? assignment.Left : function.Params[i];
            if (ScriptVariable.Of(parameter) is { Key: null } variable)
                variable.Argument = argument;
        }
    }
}
